using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever owes something hears of it.</summary>
internal sealed class EverybodyIsAsked : IInvariant
{
    // So long a failing provider, and rings that are lost one after the other, may hold a mail back.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public string Sentence =>
        "Everybody is asked: a mail stands in the outbox for each contact of an opened report and each approver of an opened round, and none is called sent that was not.";

    public bool HasCase(Evidence evidence) =>
        OpenForLong(evidence).Any() || StagesAsked(evidence).Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var (id, line) in OpenForLong(evidence))
        {
            var opened = (AssignmentEvent.Opened)line.Event;
            foreach (var contact in evidence.Plan.Body(id.Body).Contacts)
            {
                if (!WasAsked(evidence, id, opened.Window, contact.Id))
                {
                    yield return $"{contact.Id} was not asked for {id}, generation {opened.Window}";
                }
            }
        }
        foreach (var (round, members) in StagesAsked(evidence))
        {
            foreach (var approver in members)
            {
                if (
                    evidence.Oracle.EndedAt is not null
                    && !evidence.IsStopped
                    && !evidence.Mails.Any(row =>
                        row.Kind == nameof(DecisionRequestLetter)
                        && IsOf(evidence, approver, row.Person)
                        && row.Subject == $"{round}"
                    )
                )
                {
                    yield return $"{approver} was not asked in round {round}";
                }
            }
        }
        foreach (
            var mail in evidence.Mails.Where(mail =>
                mail.Outcome is { Status: MailStatus.Accepted }
                && evidence.Oracle.Sendings.TrueForAll(sending => sending.Id != mail.Id)
            )
        )
        {
            yield return $"{mail.Id} is called sent and never was";
        }
    }

    // Whoever has the seat is asked.
    private static bool IsOf(Evidence evidence, string seat, string person) =>
        person == seat
        || evidence
            .Of<CycleEvent.SeatPassed>()
            .Any(passed => passed.Seat == seat && passed.To == person);

    private static IEnumerable<(int Round, IEnumerable<string> Members)> StagesAsked(
        Evidence evidence
    )
    {
        var approval = evidence.Plan.Plan.Approval;
        return evidence
            .Of<CycleEvent.RoundOpened>()
            .Select(opened => (opened.Round, Stage: 1))
            .Concat(
                evidence.Of<CycleEvent.StageOpened>().Select(opened => (opened.Round, opened.Stage))
            )
            // About a dossier that was void at once nobody need be asked.
            .Where(asked =>
                evidence.Of<CycleEvent.RoundVoided>().All(one => one.Round != asked.Round)
            )
            .Select(asked =>
                (
                    asked.Round,
                    approval.Stages?[asked.Stage - 1].Members
                        ?? approval.Approvers.Select(person => person.Id)
                )
            );
    }

    // Or whoever the duty passed to before the mail was made: by a letter of their own where it passed after the window had opened.
    private static bool WasAsked(Evidence evidence, AssignmentId id, int window, string contact) =>
        evidence
            .Of<CycleEvent.DutyPassed>()
            .Where(passed => passed.Body == id.Body)
            .Aggregate(
                (string[])[contact],
                (holders, passed) =>
                    holders.Contains(passed.From) ? [.. holders, passed.To] : holders
            )
            .Any(holder =>
                evidence.Mails.Any(row =>
                    row.Id == $"{id}~request-{window}-0~{holder}"
                    || (
                        row.Kind == nameof(DutyTakenLetter)
                        && row.Person == holder
                        && row.Subject == $"{id}"
                    )
                )
            );

    private static IEnumerable<(AssignmentId, Evidence.Line)> OpenForLong(Evidence evidence) =>
        from id in evidence.Plan.Assignments
        from line in evidence.Assignments[id]
        let opened = line.Event as AssignmentEvent.Opened
        where opened is not null
        let end = evidence
            .Assignments[id]
            .FirstOrDefault(later =>
                later.Entry.Sequence > line.Entry.Sequence
                && later.Event is AssignmentEvent.WindowEnded or AssignmentEvent.Exempted
            )
        where end is not null
        // Nobody is asked for what is closed already.
        let closes = Windows.LastCloses(evidence, id, opened.Window)
        let over = end.Entry.RecordedAt < closes ? end.Entry.RecordedAt : closes
        where over - line.Entry.RecordedAt > Patience
        select (id, line);
}
