using System.Diagnostics;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Waits that have a limit and say what they waited for.</summary>
internal static class Wait
{
    /// <summary>When what has not come never comes: far beyond what the slowest machine needs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks again and again until there is something to see.</summary>
    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } seen)
            {
                return seen;
            }
            Assert.True(
                watch.Elapsed < Limit,
                $"Waited {watch.Elapsed.TotalSeconds:F0} s in vain for {what}."
            );
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
