using System.Diagnostics;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Waits that have a limit and say what they waited for.</summary>
internal static class Wait
{
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
                watch.Elapsed < Waiting.Patience,
                $"Waited {watch.Elapsed.TotalSeconds:F0} s in vain for {what}."
            );
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
