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

    /// <summary>Looks at the time.</summary>
    public void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(began) > limits.Time)
        {
            throw new ReadingStoppedException(ReadingFault.TooCostly);
        }
    }

    /// <summary>More letters are kept.</summary>
    public void Letters(int count)
    {
        Step();
        letters += count;
        Most(letters, limits.Letters);
    }

    /// <summary>Another cell is kept.</summary>
    public void Cell() => Most(++cells, limits.Cells);

    private static void Most(int count, int limit)
    {
        if (count > limit)
        {
            throw new ReadingStoppedException(ReadingFault.TooLarge);
        }
    }
}
