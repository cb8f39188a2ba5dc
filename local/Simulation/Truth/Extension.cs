using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Truth;

/// <summary>An extension.</summary>
/// <param name="Assignment">Of what.</param>
/// <param name="Generation">Of which generation.</param>
/// <param name="To">The new due instant.</param>
/// <param name="Closes">The new closing instant, or null for the same unless the due instant lies beyond it.</param>
/// <param name="At">When it was on record.</param>
internal sealed record Extension(
    AssignmentId Assignment,
    int Generation,
    DateTimeOffset To,
    DateTimeOffset? Closes,
    DateTimeOffset At
);
