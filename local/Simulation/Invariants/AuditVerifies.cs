using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>The record can be shown to anybody.</summary>
internal sealed class AuditVerifies : IInvariant
{
    public string Sentence =>
        "The audit verifies: every chain and every anchor holds, no occasion stands twice in a stream, and its times never run backwards.";

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var fault in Verify(evidence).Faults)
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

    /// <summary>As an auditor would, with what the dossiers quote.</summary>
    private static AuditReport Verify(Evidence evidence)
    {
        var verification = new AuditVerification(SimulatedPlan.Cycle);
        // The cycle's own stream comes first.
        foreach (var entry in evidence.Streams.Reverse().SelectMany(stream => stream))
        {
            verification.Add(entry);
        }
        foreach (var (root, list) in evidence.Heads)
        {
            if (list is not null)
            {
                verification.AddHeads(root, list);
            }
        }
        foreach (var dossier in evidence.Dossiers.Values.OfType<Core.Compiling.Dossier>())
        {
            foreach (var part in dossier.Parts)
            {
                verification.Quote(
                    part.Assignment.Stream,
                    part.ChainHead,
                    $"the dossier of round {dossier.Round}"
                );
            }
        }
        return verification.Finish();
    }
}
