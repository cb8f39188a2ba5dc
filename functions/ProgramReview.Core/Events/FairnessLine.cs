using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>One attempt that was judged close to an instant, with every instant on record.</summary>
public sealed record FairnessLine
{
    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Its window.</summary>
    public required int Window { get; init; }

    /// <summary>The part.</summary>
    public required string Part { get; init; }

    /// <summary>The entry of the assignment's chain that holds the judgement.</summary>
    public required long Sequence { get; init; }

    /// <summary>By which door the news came; null for an attempt that was refused before bytes were stored.</summary>
    public required Channel? Channel { get; init; }

    /// <summary>When the permission was given, or null.</summary>
    public required DateTimeOffset? Permitted { get; init; }

    /// <summary>When the finished bytes were stored, or null if none were.</summary>
    public required DateTimeOffset? Committed { get; init; }

    /// <summary>When the news of it reached the product, or null.</summary>
    public required DateTimeOffset? Noticed { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset Recorded { get; init; }

    /// <summary>Which instant is near.</summary>
    public required FairnessInstant Instant { get; init; }

    /// <summary>That instant.</summary>
    public required Deadline Limit { get; init; }

    /// <summary>How far the deciding instant lies from it; negative before it.</summary>
    public required TimeSpan Distance { get; init; }

    /// <summary>What the rule said; null for an attempt refused before bytes were stored.</summary>
    public required TimelinessVerdict? Verdict { get; init; }

    /// <summary>The clause that decided, or null.</summary>
    public required TimelinessReason? Reason { get; init; }

    /// <summary>Why an attempt was refused before bytes were stored, or null.</summary>
    public required Finding? Why { get; init; }
}
