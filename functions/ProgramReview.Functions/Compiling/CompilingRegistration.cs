using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Compiling;

/// <summary>What the room registers.</summary>
internal static class CompilingRegistration
{
    public static IServiceCollection AddCompiling(this IServiceCollection services) =>
        services
            .AddSingleton<DossierStore>()
            .AddSingleton<DossierReader>()
            .AddSingleton<DossierComparison>()
            .AddSingleton<CurrentRows>()
            .AddSingleton<OvertakenDossier>();
}
