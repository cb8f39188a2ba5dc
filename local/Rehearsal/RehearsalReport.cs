using ProgramReview.Core.Audit;

namespace ProgramReview.Local.Rehearsal;

/// <summary>What a rehearsal showed.</summary>
public sealed record RehearsalReport
{
    /// <summary>The cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>How the cycle ended; null if it did not end within the rehearsal's limit.</summary>
    public required CycleOutcome? Outcome { get; init; }

    /// <summary>When it ended, or when the rehearsal gave up.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How many assignments there are.</summary>
    public required int Assignments { get; init; }

    /// <summary>How many mails went out.</summary>
    public required int Mails { get; init; }

    /// <summary>Assignments whose first counting report was on time.</summary>
    public required int OnTime { get; init; }

    /// <summary>Assignments whose first counting report was late.</summary>
    public required int Late { get; init; }

    /// <summary>Assignments without a report.</summary>
    public required int Missing { get; init; }

    /// <summary>How many approval rounds there were.</summary>
    public required int Rounds { get; init; }

    /// <summary>Processes that failed, with what they said.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>Whether the cycle ended as planned: with a published dossier and no failed process.</summary>
    public bool EndedAsPlanned => Outcome == CycleOutcome.Published && Failures.Count == 0;
}
