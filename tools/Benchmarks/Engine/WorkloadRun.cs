using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine;

namespace ProgramReview.Benchmarks.Engine;

/// <summary>One run of a workload on one store.</summary>
/// <param name="Seconds">From the first call of the client to the last answer.</param>
/// <param name="CpuSeconds">What the process computed meanwhile, on all its threads.</param>
/// <param name="AllocatedBytes">What the managed heap gave out meanwhile.</param>
internal sealed record WorkloadRun(double Seconds, double CpuSeconds, long AllocatedBytes)
{
    /// <summary>Starts an engine on the store, has it do the work, and closes both.</summary>
    public static async Task<WorkloadRun> OnAsync(IEngineStore store, Workload workload)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var closing = store;
        await using var engine = new DurableEngine(
            Workload.Registry,
            services,
            store,
            TimeProvider.System
        );
        await engine.StartAsync();
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await workload.RunAsync(engine.Client);
        return new(
            watch.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated
        );
    }
}
