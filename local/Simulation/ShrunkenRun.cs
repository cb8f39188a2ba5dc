namespace ProgramReview.Local.Simulation;

/// <summary>What is left of a failing run when all it does not need is left out.</summary>
/// <param name="Failure">What does not hold.</param>
/// <param name="Faults">What still goes wrong.</param>
/// <param name="Acts">What people still do.</param>
/// <param name="Trace">What happens, line by line: the day, and what.</param>
public sealed record ShrunkenRun(
    SimulationFailure Failure,
    IReadOnlyList<string> Faults,
    IReadOnlyList<string> Acts,
    IReadOnlyList<string> Trace
);
