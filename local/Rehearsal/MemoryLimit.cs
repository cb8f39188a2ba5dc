namespace ProgramReview.Local.Rehearsal;

/// <summary>
/// Keeps a large rehearsal small. Nearly all that it makes lives for months of its time, so the collector, left alone, lets the process grow
/// to three times of what is alive.
/// </summary>
internal sealed class MemoryLimit
{
    private const long Small = 128L * 1024 * 1024;
    private const double Slack = 1.15;

    private long limit = Small;

    /// <summary>Collects what is dead once enough has been made since the last time.</summary>
    public void CollectIfDue()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) < limit)
        {
            return;
        }
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        limit = Math.Max(Small, (long)(GC.GetTotalMemory(forceFullCollection: false) * Slack));
    }
}
