using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>One assignment in the dossier, with the source of everything said about it.</summary>
public sealed record DossierPart
{
    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Its state when the dossier was compiled.</summary>
    public required AssignmentPhase Phase { get; init; }

    /// <summary>The counting submission, or null if there is none.</summary>
    public required DossierSource? Source { get; init; }

    /// <summary>How it stood to time; null without a report.</summary>
    public required TimelinessVerdict? Timeliness { get; init; }

    /// <summary>The <c>due</c> its counting report was judged by, else the one in force; null before it opened.</summary>
    public required Deadline? Due { get; init; }

    /// <summary>The extended <c>due</c>, or null.</summary>
    public required Deadline? Extension { get; init; }

    /// <summary>Why the body was exempted, or null.</summary>
    public required string? ExemptionReason { get; init; }

    /// <summary>The hash of the last entry of the assignment's chain that was read.</summary>
    public required string ChainHead { get; init; }
}
