using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>An extension.</summary>
/// <param name="Assignment">Of what.</param>
/// <param name="Window">Of which window.</param>
/// <param name="To">The new due instant.</param>
/// <param name="Closes">The new closing instant, or null for the same unless the due instant lies beyond it.</param>
/// <param name="At">When it was on record.</param>
internal sealed record Extension(
    AssignmentId Assignment,
    int Window,
    DateTimeOffset To,
    DateTimeOffset? Closes,
    DateTimeOffset At
);
