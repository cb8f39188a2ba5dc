using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>What somebody of a body said to a query, as it was sent off.</summary>
/// <param name="Assignment">About what.</param>
/// <param name="Person">Whose link it was.</param>
/// <param name="Finding">The query's key.</param>
/// <param name="Text">The words.</param>
internal sealed record SentExplanation(
    AssignmentId Assignment,
    string Person,
    string Finding,
    string Text
);
