using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The renderers as the app composes them.</summary>
internal static class Rendering
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddPages()
        .AddSingleton<MailRenderer>()
        .BuildServiceProvider(validateScopes: true);

    public static PageRenderer Pages => Services.GetRequiredService<PageRenderer>();

    public static MailRenderer Mails => Services.GetRequiredService<MailRenderer>();

    public static AssetCatalog Assets => Services.GetRequiredService<AssetCatalog>();
}
