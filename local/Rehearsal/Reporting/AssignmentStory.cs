using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>What became of one assignment.</summary>
public sealed record AssignmentStory
{
    /// <summary>The assignment.</summary>
    public required string Assignment { get; init; }

    /// <summary>The body's name.</summary>
    public required string Body { get; init; }

    /// <summary>The report type's code.</summary>
    public required string ReportType { get; init; }

    /// <summary>Its first <c>due</c>, as in the plan.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When the first report that counts was stored; null without one.</summary>
    public required DateTimeOffset? FirstCounted { get; init; }

    /// <summary>How it stands to time for ever; null without a report.</summary>
    public required TimelinessVerdict? Timeliness { get; init; }

    /// <summary>The state at the end.</summary>
    public required AssignmentPhase Phase { get; init; }

    /// <summary>The states it passed, and by what.</summary>
    public required IReadOnlyList<StoryStep> Steps { get; init; }
}

/// <summary>One step of an assignment.</summary>
/// <param name="At">When.</param>
/// <param name="Phase">The state from then on.</param>
/// <param name="What">What happened, in a sentence.</param>
public sealed record StoryStep(DateTimeOffset At, AssignmentPhase Phase, string What);
