using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Access;

/// <summary>Puts the access rules in place.</summary>
internal static class AccessRegistration
{
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
        services.TryAddSingleton<AudienceTable>();
        return services;
    }

    private static IStaffAccess AccessOn(IServiceProvider services, IConfiguration configuration) =>
        services.GetService<IHostEnvironment>()?.IsDevelopment() == true
        && configuration[DevelopmentAccess.Setting] is { Length: > 0 } token
            ? new DevelopmentAccess(token)
            : new AppServiceAccess(services.GetRequiredService<IOptions<AccessOptions>>());
}
