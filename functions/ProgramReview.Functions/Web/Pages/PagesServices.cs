using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Registers what draws pages.</summary>
public static class PagesServices
{
    /// <summary>Adds the renderer and the assets.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<AssetCatalog>().AddSingleton<PageRenderer>();
}
