using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>A file that somebody had checked and did not send.</summary>
/// <param name="Assignment">For what it was meant.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Made">What it really is.</param>
/// <param name="Codes">The codes of what they were told.</param>
internal sealed record UnsentFile(
    AssignmentId Assignment,
    string Sha256,
    MadeFile Made,
    IReadOnlySet<string> Codes
);
