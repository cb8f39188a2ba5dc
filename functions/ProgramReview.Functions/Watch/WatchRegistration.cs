using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Watch;

/// <summary>What the room registers.</summary>
internal static class WatchRegistration
{
    public static IServiceCollection AddWatch(this IServiceCollection services) =>
        services
            .AddSingleton<PurgedProcesses>()
            .AddSingleton<Reconciler>()
            .AddSingleton<ProcessWatch>()
            .AddSingleton<FigureWatch>()
            .AddSingleton<HealthWatch>()
            .AddSingleton<DailyReconciler>()
            .AddSingleton<DailyAnchor>()
            .AddSingleton<CycleGauges>()
            .AddSingleton<QueueGauges>()
            .AddSingleton<OutstandingChecks>()
            .AddSingleton<MaterialWatch>();
}
