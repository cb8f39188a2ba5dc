namespace ProgramReview.Local.Rehearsal;

/// <summary>
/// Keeps a large rehearsal small. Nearly all that it makes lives for months of its time, so the collector, left alone, lets the process grow
/// to twice of what is alive, and more while large pages are drawn.
/// </summary>
internal sealed class MemoryLimit : IDisposable
{
    // A collection looks at all that is alive: after less than this, small rehearsals would do little else.
    private const long LeastBetween = 128L * 1024 * 1024;
    private const double Slack = 0.1;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly ITimer timer;
    private long limit = LeastBetween;

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
            var alive = GC.GetTotalMemory(forceFullCollection: false);
            limit = alive + Math.Max(LeastBetween, (long)(alive * Slack));
        }
        Wait();
    }

    private void Wait() => timer.Change(Between, Timeout.InfiniteTimeSpan);
}
