using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Requesting;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A reminder to somebody who has done their part costs the trust of the next one.</summary>
internal sealed class NobodyDoneIsReminded : IInvariant
{
    public string Sentence =>
        "Nobody who is done is reminded: no reminder is sent once a report, a release or a decision was on record.";

    public bool HasCase(Evidence evidence) =>
        evidence.Mails.Any(mail =>
            mail.Kind
                is nameof(ReminderLetter)
                    or nameof(OverdueLetter)
                    or nameof(DecisionReminderLetter)
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var rows = evidence.Mails.ToDictionary(mail => mail.Id, StringComparer.Ordinal);
        return from sending in evidence.Oracle.Sendings
            where rows.ContainsKey(sending.Id) && !About.IsOrdered(rows[sending.Id])
            let row = rows[sending.Id]
            where
                row.Kind switch
                {
                    nameof(ReminderLetter) or nameof(OverdueLetter) => IsDone(
                        evidence,
                        row,
                        sending
                    ),
                    nameof(DecisionReminderLetter) => HasDecided(evidence, row, sending),
                    _ => false,
                }
            select $"{row.Person} got {row.Id}";
    }

    private static bool IsDone(Evidence evidence, OutboxMail row, Sending sending)
    {
        var assignment = AssignmentId.Parse(row.Subject);
        var window = About.Window(row);
        var known = evidence
            .Assignments[assignment]
            .Where(line => IsBefore(evidence, line, sending))
            .Select(line => line.Event)
            .ToList();
        return known.Any(one =>
                one is AssignmentEvent.Exempted
                || one is AssignmentEvent.WindowEnded ended && ended.Window == window
            )
            || Windows
                .Awaited(evidence, assignment, window)
                .IsSubsetOf(
                    known
                        .OfType<AssignmentEvent.SubmissionRecorded>()
                        .Select(recorded =>
                            evidence.Oracle.Uploads.Find(upload =>
                                upload.BlobName == recorded.Submission.BlobName
                            )
                        )
                        .Where(upload =>
                            upload is not null
                            && upload.Window == window
                            && Recordings.CanCount(
                                evidence,
                                upload,
                                line => IsBefore(evidence, line, sending)
                            )
                        )
                        .Select(upload => upload!.Part)
                );
    }

    private static bool HasDecided(Evidence evidence, OutboxMail row, Sending sending)
    {
        var round = About.Round(row);
        return evidence
            .Cycle.Where(line => IsBefore(evidence, line, sending))
            .Any(line =>
                line.Event switch
                {
                    CycleEvent.Decided decided => decided.Round == round
                        && (decided.Approver == row.Person || decided.Voter == row.Person)
                        && !StandsOnOperations(evidence, decided),
                    CycleEvent.RoundEnded ended => ended.Round == round,
                    CycleEvent.RoundVoided voided => voided.Round == round,
                    _ => false,
                }
            );
    }

    // Whoever comes back into a seat that operations had given away has not answered.
    private static bool StandsOnOperations(Evidence evidence, CycleEvent.Decided decided) =>
        decided.Voter != decided.Approver
        && evidence.Of<CycleEvent.SeatPassed>().Any(passed => passed.Seat == decided.Approver);

    // Between looking and sending nothing can be done; what was on record when the attempt began is known.
    private static bool IsBefore(Evidence evidence, Evidence.Line line, Sending sending) =>
        evidence.Oracle.Entries.TryGetValue((line.Entry.Stream, line.Entry.Sequence), out var at)
        && at < sending.Began;
}
