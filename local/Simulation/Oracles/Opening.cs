using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>A personal link that opened.</summary>
/// <param name="Assignment">What it is about.</param>
/// <param name="Person">Who had it by mail.</param>
/// <param name="Began">When they began to open it.</param>
internal sealed record Opening(AssignmentId Assignment, string Person, int Began);
