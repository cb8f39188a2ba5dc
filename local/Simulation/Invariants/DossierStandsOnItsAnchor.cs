using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever holds the anchor can check the dossier.</summary>
internal sealed class DossierStandsOnItsAnchor : IInvariant
{
    public string Sentence =>
        "Each dossier was compiled from exactly the heads that the anchor of its round joins.";

    public bool HasCase(Evidence evidence) => evidence.Dossiers.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var (round, dossier) in evidence.Dossiers)
        {
            if (dossier is null)
            {
                continue;
            }
            // One for each try that an order came before; the dossier is compiled right after its own.
            var anchor = evidence
                .Cycle.Where(line =>
                    line.Entry.Key.StartsWith($"anchored-round-{round}-", StringComparison.Ordinal)
                )
                .Select(line => line.Event)
                .OfType<CycleEvent.Anchored>()
                .LastOrDefault();
            if (anchor?.Root != RootOf(evidence, dossier))
            {
                yield return $"the dossier of round {round} and its anchor do not agree";
            }
        }
    }

    private static string RootOf(Evidence evidence, LeftDossier dossier) =>
        ChainHeads
            .Of(
                from report in dossier.Reports
                where evidence.Assignments.ContainsKey(report.Assignment)
                let entry = evidence
                    .Assignments[report.Assignment]
                    .Select(line => line.Entry)
                    .FirstOrDefault(entry => entry.Hash == report.ChainHead)
                where entry is not null
                select new ChainHead(entry.Stream, entry.Sequence, entry.Hash)
            )
            .Root;
}
