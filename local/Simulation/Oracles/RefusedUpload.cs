using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>Somebody whose upload was refused before it began.</summary>
/// <param name="Part">What it was for.</param>
/// <param name="Person">Who.</param>
/// <param name="FileName">Under a name that nobody else used.</param>
internal sealed record RefusedUpload(PartId Part, string Person, string FileName);
