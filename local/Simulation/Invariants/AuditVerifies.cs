using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>The record can be shown to anybody.</summary>
internal sealed class AuditVerifies : IInvariant
{
    public string Sentence =>
        "The audit verifies: every chain, anchor and document holds, no occasion stands twice in a stream, and its times never run backwards.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.Anchored>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var fault in evidence.Audit.Faults)
        {
            yield return $"{fault.Kind} at {fault.Stream}/{fault.Sequence}, shown by {fault.Source ?? "the chain itself"}";
        }
        foreach (var stream in evidence.Streams)
        {
            if (Chain.FirstBroken(stream) is { } broken)
            {
                yield return $"the chain of {broken.Stream} breaks at {broken.Sequence}";
            }
            foreach (var (before, after) in stream.Zip(stream.Skip(1)))
            {
                if (
                    after.Sequence != before.Sequence + 1
                    || after.PreviousHash != before.Hash
                    || after.RecordedAt < before.RecordedAt
                )
                {
                    yield return $"entry {after.Sequence} of {after.Stream} does not follow {before.Sequence}";
                }
            }
            foreach (
                var twice in stream
                    .GroupBy(entry => entry.Key, StringComparer.Ordinal)
                    .Where(same => same.Count() > 1)
            )
            {
                yield return $"{twice.Key} stands {twice.Count()} times in {twice.First().Stream}";
            }
        }
    }
}
