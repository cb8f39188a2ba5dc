namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Once nothing goes wrong any more, the cycle comes to its end.</summary>
internal sealed class NothingIsStuck : IInvariant
{
    public string Sentence =>
        "Nothing is stuck: within bounded time after the faults stop the cycle and all its processes have ended.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Ended.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence.Oracle.EndedAt is null
            ? evidence.Unfinished.Prepend("the cycle has not ended")
            : evidence.Unfinished.Where(process =>
                !evidence.IsStopped || !process.EndsWith("Terminated", StringComparison.Ordinal)
            );
}
