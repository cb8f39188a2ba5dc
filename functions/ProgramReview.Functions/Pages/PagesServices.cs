using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Pages;

/// <summary>Registers what draws pages and mails.</summary>
public static class PagesServices
{
    /// <summary>Adds the page and mail renderers and the assets.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<AssetCatalog>()
            .AddSingleton<PageRenderer>()
            .AddSingleton<MailRenderer>();
}
