using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What becomes known after a publication comes out in an edition, and in no other case does one open.</summary>
internal sealed class EditionsFollowTheRecord : IInvariant
{
    public string Sentence =>
        "Each edition follows a publication that is open and says what overtook it; whatever changes what counts after a publication has one; it comes to its end; what is published stays readable.";

    public bool HasCase(Evidence evidence) => evidence.Of<CycleEvent.EditionOpened>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        CycleEvent.Published? standing = null;
        CycleEvent.EditionOpened? open = null;
        var (number, isEnded) = (1, false);
        foreach (var line in evidence.Cycle)
        {
            switch (line.Event)
            {
                case CycleEvent.EditionOpened edition:
                    if (
                        standing is not { OpenUntil: not null }
                        || isEnded
                        || open is not null
                        || edition.Number != ++number
                        || edition.DossierHash != standing.DossierHash
                    )
                    {
                        yield return $"edition {edition.Number} was opened though {standing} stands, {open} is open, ended: {isEnded}";
                    }
                    open = edition;
                    break;
                case CycleEvent.Published published:
                    if (standing is not null && open is null)
                    {
                        yield return "a dossier is published beside another and no edition was opened";
                    }
                    (standing, open) = (published, null);
                    break;
                case CycleEvent.RoundEnded { Outcome: RoundOutcome.Rejected }
                or CycleEvent.NextStepChosen { Step: NextStep.End }:
                    open = null;
                    break;
                case CycleEvent.Ended { By: null } when standing is not null:
                    if (open is not null)
                    {
                        yield return $"the cycle ended under edition {open.Number}";
                    }
                    if (line.Entry.RecordedAt < standing.OpenUntil?.Show(TimeZoneInfo.Utc))
                    {
                        yield return "the cycle ended before its time";
                    }
                    break;
                default:
                    break;
            }
            isEnded |= line.Event is CycleEvent.Ended;
        }
        foreach (var (round, dossier) in evidence.Dossiers)
        {
            if (dossier is null)
            {
                yield return $"the dossier of round {round} cannot be read any more";
            }
        }
        foreach (var fact in evidence.Plan.Assignments.SelectMany(id => Untold(evidence, id)))
        {
            yield return fact;
        }
    }

    private static IEnumerable<string> Untold(Evidence evidence, AssignmentId id)
    {
        int At(Entry entry) => evidence.Oracle.Entries[(entry.Stream, entry.Sequence)];
        var published = evidence.Cycle.Where(line => line.Event is CycleEvent.Published).ToList();
        var end = evidence.Cycle.FirstOrDefault(line => line.Event is CycleEvent.Ended);
        var before = AssignmentState.None;
        foreach (var line in evidence.Assignments[id])
        {
            var now = before.Apply((AssignmentEvent)line.Event);
            var newest = published.LastOrDefault(one => At(one.Entry) < At(line.Entry));
            if (
                newest?.Event is CycleEvent.Published { OpenUntil: not null }
                && (end is null || At(line.Entry) < At(end.Entry))
                && !Truth.Known(before).SetEquals(Truth.Known(now))
                && !evidence.Cycle.Any(one =>
                    one.Event is CycleEvent.EditionOpened
                    && one.Entry.Sequence > newest.Entry.Sequence
                )
            )
            {
                yield return $"{line.Event.GetType().Name} of {id} changed what counts after the publication, and no edition was opened";
            }
            before = now;
        }
    }
}
