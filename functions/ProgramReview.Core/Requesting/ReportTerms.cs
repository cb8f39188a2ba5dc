using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>The terms one window of an assignment runs under, fixed when its process starts.</summary>
public sealed record ReportTerms
{
    /// <summary>From 1.</summary>
    public required int Window { get; init; }

    /// <summary>Why it opens.</summary>
    public required OpeningCause Cause { get; init; }

    /// <summary>It does not open before.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>It opens then even if an earlier stage is not settled.</summary>
    public required DateTimeOffset OpensAtLatest { get; init; }

    /// <summary>Its <c>due</c>.</summary>
    public required Deadline Due { get; init; }

    /// <summary>Its <c>closes</c>.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>When its reminders are due, ascending.</summary>
    public required IReadOnlyList<DateTimeOffset> Reminders { get; init; }

    /// <summary>Whether it ends as soon as it is accepted (a reopening) or runs to its close (the plan's own window).</summary>
    public bool EndsWhenAccepted => Cause != OpeningCause.Plan;

    /// <summary>What its process has behind it when it starts: who may send late only is not told that it is late.</summary>
    public ReportProgress Start() =>
        ReportProgress.Start with
        {
            DueSeen = Cause == OpeningCause.LateAllowed,
        };
}
