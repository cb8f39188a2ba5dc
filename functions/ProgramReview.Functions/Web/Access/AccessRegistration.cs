using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Web.Access;

/// <summary>Puts the access rules in place.</summary>
internal static class AccessRegistration
{
    // The room of links owns this setting; access comes before it and needs no more of it.
    private const string BaseUri = "Links:BaseUri";

    public static IServiceCollection AddAccess(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<AccessOptions>()
            .Bind(configuration.GetSection(AccessOptions.SectionName))
            .ValidateOnStart();
        services.TryAddSingleton(provider => AccessOn(provider, configuration));
        services.TryAddSingleton(provider => new OwnSite(
            Uri.TryCreate(configuration[BaseUri], UriKind.Absolute, out var address)
                ? address
                : null,
            IsDevelopment(provider)
        ));
        return services;
    }

    private static IStaffAccess AccessOn(IServiceProvider services, IConfiguration configuration) =>
        IsDevelopment(services) && configuration[DevelopmentAccess.Setting] is { Length: > 0 } token
            ? new DevelopmentAccess(token)
            : new AppServiceAccess(services.GetRequiredService<IOptions<AccessOptions>>());

    private static bool IsDevelopment(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.IsDevelopment() == true;
}
