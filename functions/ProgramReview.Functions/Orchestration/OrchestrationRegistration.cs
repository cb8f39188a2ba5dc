using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Orchestration;

/// <summary>What the room registers.</summary>
internal static class OrchestrationRegistration
{
    public static IServiceCollection AddOrchestration(this IServiceCollection services) =>
        services.AddSingleton<Processes>().AddSingleton<CycleStarter>();
}
