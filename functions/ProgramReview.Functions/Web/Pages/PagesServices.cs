using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Registers what draws pages.</summary>
public static class PagesServices
{
    // Letters of all languages stand as they are: written as numbers they would make pages in Vietnamese and Hindi twice as long.
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Adds the renderer and the assets.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton(Letters).AddSingleton<AssetCatalog>().AddSingleton<PageRenderer>();
}
