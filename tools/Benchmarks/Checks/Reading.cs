using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>The product's reader, and what work costs the processor.</summary>
internal static class Reading
{
    /// <summary>The reader within this process.</summary>
    public static IContentReader Reader() =>
        new ServiceCollection()
            .AddLogging()
            .AddChecking()
            .BuildServiceProvider()
            .GetRequiredService<IContentReader>();

    /// <summary>The processor's seconds that work takes, after what was left over is cleared away.</summary>
    public static async Task<double> ProcessorAsync(Func<Task> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
