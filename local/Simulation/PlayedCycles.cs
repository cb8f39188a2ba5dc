namespace ProgramReview.Local.Simulation;

/// <summary>What came of cycles that were played.</summary>
/// <param name="Failures">Those in which something did not hold, by seed.</param>
/// <param name="Cases">In how many each invariant could have been broken, by its name; none is a net with a hole.</param>
public sealed record PlayedCycles(
    IReadOnlyList<SimulationFailure> Failures,
    IReadOnlyDictionary<string, int> Cases
);
