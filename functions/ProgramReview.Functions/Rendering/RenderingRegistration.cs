using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Rendering;

/// <summary>What the room registers.</summary>
internal static class RenderingRegistration
{
    public static IServiceCollection AddRendering(this IServiceCollection services) =>
        services.AddSingleton<DossierContents>().AddSingleton<IDossierRenderer, HtmlRenderer>();
}
