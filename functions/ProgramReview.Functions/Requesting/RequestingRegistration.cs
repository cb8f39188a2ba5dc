using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the room registers.</summary>
internal static class RequestingRegistration
{
    public static IServiceCollection AddRequesting(this IServiceCollection services) =>
        services
            .AddSingleton<TermsReader>()
            .AddSingleton<OrderedReports>()
            .AddSingleton<FreshLinks>();
}
