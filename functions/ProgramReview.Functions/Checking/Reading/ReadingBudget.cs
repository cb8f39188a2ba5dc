using System.Diagnostics;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>
/// Counts what the reading of one file takes and stops it at its limits. Its clock is the machine's own: what a file costs has nothing to do with the
/// product's time, which runs fast in rehearsals.
/// </summary>
internal sealed class ReadingBudget(ReadingLimits limits, CancellationToken cancellation)
{
    private const int StepsBetweenLooks = 1024;
    private readonly long began = Stopwatch.GetTimestamp();
    private int letters;
    private int cells;
    private int steps;
    private long unpacked;
    private ReadingStoppedException? stopped;

    /// <summary>The limits it keeps.</summary>
    public ReadingLimits Limits => limits;

    /// <summary>Another step of a loop; every so many the time is looked at.</summary>
    public void Step()
    {
        if (++steps >= StepsBetweenLooks)
        {
            steps = 0;
            Look();
        }
    }

    /// <summary>Looks at the time, and whether a library swallowed that it was stopped.</summary>
    public void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (stopped is not null)
        {
            throw stopped;
        }
        if (Stopwatch.GetElapsedTime(began) > limits.Time)
        {
            throw Stop(ReadingFault.TooCostly);
        }
    }

    /// <summary>What to throw for a reason, which holds from now on.</summary>
    public ReadingStoppedException Stop(ReadingFault fault) => stopped ??= new(fault);

    /// <summary>More letters are kept.</summary>
    public void Letters(int count)
    {
        Step();
        letters += count;
        Most(letters, limits.Letters);
    }

    /// <summary>Another cell is kept.</summary>
    public void Cell() => Most(++cells, limits.Cells);

    /// <summary>More bytes were unpacked.</summary>
    public void Unpacked(long bytes)
    {
        Look();
        unpacked += bytes;
        Most(unpacked, limits.Unpacked.All);
    }

    private void Most(long count, long limit)
    {
        if (count > limit)
        {
            throw Stop(ReadingFault.TooLarge);
        }
    }
}
