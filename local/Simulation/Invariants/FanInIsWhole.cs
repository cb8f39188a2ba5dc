using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody is forgotten in the dossier.</summary>
internal sealed class FanInIsWhole : IInvariant
{
    public string Sentence =>
        "The fan-in equals the set of assignments: every dossier has each of them once, and was compiled when all had ended.";

    public bool HasCase(Evidence evidence) => evidence.Dossiers.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var (round, dossier) in evidence.Dossiers)
        {
            if (dossier is null)
            {
                yield return $"the dossier of round {round} is not what its hash says";
                continue;
            }
            var reports = dossier.Reports.Select(report => report.Assignment).ToList();
            if (
                reports.Count != evidence.Plan.Assignments.Count
                || reports.Except(evidence.Plan.Assignments).Any()
                || reports.Distinct().Count() != reports.Count
            )
            {
                yield return $"the dossier of round {round} has {string.Join(", ", reports)}";
            }
        }
        foreach (var line in evidence.Cycle)
        {
            if (line.Event is not CycleEvent.DossierCompiled compiled)
            {
                continue;
            }
            var at = evidence.Oracle.Entries[(line.Entry.Stream, line.Entry.Sequence)];
            foreach (var (id, lines) in evidence.Assignments)
            {
                var known = lines
                    .Where(entry =>
                        evidence.Oracle.Entries[(entry.Entry.Stream, entry.Entry.Sequence)] < at
                    )
                    .Select(entry => entry.Event)
                    .ToList();
                var last = known.OfType<AssignmentEvent.Opened>().LastOrDefault();
                if (
                    last is null
                    || !known
                        .OfType<AssignmentEvent.WindowEnded>()
                        .Any(ended => ended.Window == last.Window)
                )
                {
                    yield return $"the dossier of round {compiled.Round} was compiled before {id} had ended";
                }
            }
        }
    }
}
