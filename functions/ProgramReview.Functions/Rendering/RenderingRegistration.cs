using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Rendering;

/// <summary>What the room registers.</summary>
internal static class RenderingRegistration
{
    public static IServiceCollection AddRendering(this IServiceCollection services) =>
        services
            .AddSingleton<DossierContents>()
            .AddSingleton<RenderingStore>()
            .AddSingleton<IDossierRenderer, HtmlRenderer>()
            .AddSingleton<IDossierRenderer, DocxRenderer>()
            .AddSingleton<IDossierRenderer, XlsxRenderer>()
            .AddSingleton<IDossierRenderer, PdfRenderer>()
            .AddSingleton<DossierArchive>()
            .AddSingleton<Renderings>();
}
