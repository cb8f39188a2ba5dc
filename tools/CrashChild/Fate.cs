using System.Diagnostics;

namespace ProgramReview.Crash.Child;

/// <summary>Where a life can end, or what can go wrong in it.</summary>
public enum Point
{
    /// <summary>Nowhere, or whenever somebody kills the process from outside.</summary>
    Nowhere,

    /// <summary>When the engine hands a commit to the store.</summary>
    BeforeCommit,

    /// <summary>When a commit is durable, and before the engine hears of it.</summary>
    AfterCommit,

    /// <summary>When a transaction's statements have run and a page of it is about to be written.</summary>
    BeforeWrite,

    /// <summary>When the first half of such a page has been written.</summary>
    TornWrite,

    /// <summary>When all of a transaction is written and nothing of it is synced.</summary>
    BeforeSync,

    /// <summary>When it is synced.</summary>
    AfterSync,

    /// <summary>When a page is about to be moved from the log into the main file.</summary>
    Checkpoint,

    /// <summary>From there on the disk is full.</summary>
    FullDisk,

    /// <summary>From there on nothing can be synced.</summary>
    FailedSync,

    /// <summary>The file may be read, but neither written nor another made beside it.</summary>
    ReadOnly,
}

/// <summary>How and when this life of the program ends.</summary>
/// <param name="At">The point.</param>
/// <param name="Count">How often the point has to be reached, from 1.</param>
/// <param name="TakesUnsynced">Whether the power fails: what was not synced is lost, sector by sector as chance will have it.</param>
/// <param name="Seed">The chance.</param>
public sealed record Fate(Point At, int Count, bool TakesUnsynced, int Seed)
{
    private int _left = Count;

    /// <summary>Whether a point is reached for the last time.</summary>
    public bool Strikes(Point point) => point == At && Interlocked.Decrement(ref _left) == 0;

    /// <summary>Whether what goes wrong from a point on goes wrong now.</summary>
    public bool Lasts(Point point) => point == At && Interlocked.Decrement(ref _left) <= 0;

    /// <summary>Ends the process here, if it is the point; nothing after this call runs.</summary>
    public void Reach(Point point)
    {
        if (Strikes(point))
        {
            End();
        }
    }

    /// <summary>No instruction of this process runs after it.</summary>
    public void End()
    {
        if (TakesUnsynced)
        {
            Disk.LoseUnsynced(new Random(Seed));
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
