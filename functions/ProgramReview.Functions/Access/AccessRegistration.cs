using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.TryAddSingleton<IOperatorAccess, AppServiceOperatorAccess>();
        services.TryAddSingleton<AudienceTable>();
        return services;
    }
}
