using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Faults that pass leave nothing behind.</summary>
internal sealed class NothingFailsForGood : IInvariant
{
    public string Sentence =>
        "Nothing fails for good: no process is noted as failed but what was ended from outside, and no page breaks where nothing outside it did.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.ProcessFailed>().Any();

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence
            .Of<CycleEvent.ProcessFailed>()
            .Where(failed => !evidence.Oracle.Ended.Contains(failed.Instance))
            .Select(failed => $"{failed.Instance}: {failed.Message}")
            .Concat(
                evidence.Unfinished.Where(process =>
                    process.Contains(" is Failed", StringComparison.Ordinal)
                )
            )
            .Concat(evidence.Surprises);
}
