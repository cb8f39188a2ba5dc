using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>One assignment in the dossier, with the source of everything said about it.</summary>
public sealed record DossierReport
{
    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Its state when the dossier was compiled.</summary>
    public required AssignmentPhase Phase { get; init; }

    /// <summary>Its parts in the plan's order, each with the file that counts; none before it opened.</summary>
    public required IReadOnlyList<DossierPart> Parts { get; init; }

    /// <summary>How it stood to time; null unless every required part came.</summary>
    public required TimelinessVerdict? Timeliness { get; init; }

    /// <summary>The <c>due</c> that the part which decides was judged by, else the one in force; null before it opened.</summary>
    public required Deadline? Due { get; init; }

    /// <summary>The extended <c>due</c>, or null.</summary>
    public required Deadline? Extension { get; init; }

    /// <summary>Why the body was exempted, or null.</summary>
    public required string? ExemptionReason { get; init; }

    /// <summary>The hash of the last entry of the assignment's chain that was read.</summary>
    public required string ChainHead { get; init; }
}
