namespace ProgramReview.Local.Simulation;

/// <summary>A run after which something did not hold.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Invariant">The name of what did not hold; null if the run ended with an exception instead.</param>
/// <param name="Sentence">What should hold.</param>
/// <param name="Details">Where it does not.</param>
public sealed record SimulationFailure(
    long Seed,
    string? Invariant,
    string Sentence,
    IReadOnlyList<string> Details
)
{
    /// <summary>The line that repeats it.</summary>
    public string Repeat =>
        FormattableString.Invariant($"./review simulate --seeds 1 --from {Seed}");
}
