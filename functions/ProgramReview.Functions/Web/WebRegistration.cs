using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web;

/// <summary>What the room registers.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWeb(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<LinkOptions>()
            .Bind(configuration.GetSection(LinkOptions.SectionName))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsRule>();
        return services
            .AddPages()
            .AddSingleton<LinkTokens>()
            .AddSingleton<LinkGate>()
            .AddSingleton<LinkAddresses>()
            .AddSingleton<LinkProblem>()
            .AddSingleton<AudienceTable>()
            .AddSingleton<FormAnswers>()
            .AddSingleton<Problems>();
    }

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    public static IServiceCollection AddWebStorage(this IServiceCollection services) =>
        services
            .AddSingleton<ILinkStore, TableLinkStore>()
            .AddSingleton<IFormAnswerStore, TableFormAnswerStore>();
}
