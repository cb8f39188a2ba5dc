namespace ProgramReview.Local.Rehearsal;

/// <summary>
/// Keeps a large rehearsal small. Nearly all that it makes lives for months of its time, so the collector, left alone, lets the process grow
/// to twice of what is alive, and more while large pages are drawn.
/// </summary>
internal sealed class MemoryLimit : IDisposable
{
    private const long Small = 128L * 1024 * 1024;
    private const double Slack = 1.1;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly ITimer timer;
    private long limit = Small;

    /// <summary>From now on what is dead is collected soon after enough of it has been made.</summary>
    public MemoryLimit()
    {
        timer = TimeProvider.System.CreateTimer(
            _ => CollectIfDue(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Wait();
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void CollectIfDue()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) >= limit)
        {
            GC.Collect(
                GC.MaxGeneration,
                GCCollectionMode.Aggressive,
                blocking: true,
                compacting: true
            );
            limit = Math.Max(Small, (long)(GC.GetTotalMemory(forceFullCollection: false) * Slack));
        }
        Wait();
    }

    private void Wait() => timer.Change(Between, Timeout.InfiniteTimeSpan);
}
