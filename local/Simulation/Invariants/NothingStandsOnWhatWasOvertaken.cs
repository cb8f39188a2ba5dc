using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What people decided about was the truth as it was known.</summary>
internal sealed class NothingStandsOnWhatWasOvertaken : IInvariant
{
    public string Sentence =>
        "No approval that stands and no publication is of a dossier that says otherwise than the record did: what counts, who is exempt, what was overruled and explained.";

    public bool HasCase(Evidence evidence) =>
        evidence.Of<CycleEvent.RoundVoided>().Any()
        || evidence.Of<CycleEvent.EditionOpened>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var voided = evidence.Of<CycleEvent.RoundVoided>().Select(one => one.Round).ToHashSet();
        foreach (var line in evidence.Cycle)
        {
            var round = line.Event switch
            {
                CycleEvent.RoundEnded { Outcome: RoundOutcome.Approved } ended => ended.Round,
                CycleEvent.Published published => evidence
                    .Of<CycleEvent.DossierCompiled>()
                    .Single(compiled => compiled.DossierHash == published.DossierHash)
                    .Round,
                _ => 0,
            };
            if (
                round == 0
                || (line.Event is CycleEvent.RoundEnded && voided.Contains(round))
                || evidence.Dossiers.GetValueOrDefault(round) is not { } dossier
            )
            {
                continue;
            }
            if (line.Event is CycleEvent.Published && voided.Contains(round))
            {
                yield return $"the dossier of round {round} is published and void";
            }
            var at = evidence.Oracle.Entries[(line.Entry.Stream, line.Entry.Sequence)];
            foreach (var report in dossier.Reports)
            {
                var known = AssignmentState.Of(
                    evidence
                        .Assignments[report.Assignment]
                        .Select(one => one.Entry)
                        .Where(entry =>
                            evidence.Oracle.Entries[(entry.Stream, entry.Sequence)] < at
                        )
                );
                if (!Truth.Said(report).SetEquals(Truth.Known(known)))
                {
                    yield return $"round {round}: {line.Event.GetType().Name} although the dossier says of {report.Assignment} {string.Join(", ", Truth.Said(report))} and the record {string.Join(", ", Truth.Known(known))}";
                }
            }
        }
    }
}
