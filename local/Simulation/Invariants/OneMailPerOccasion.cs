using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Requesting;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody is asked twice because a process was tried twice.</summary>
internal sealed class OneMailPerOccasion : IInvariant
{
    public string Sentence =>
        "There is one row in the outbox per person and occasion, and no mail is sent without its row.";

    public bool HasCase(Evidence evidence) => evidence.Mails.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var tooMany = evidence
            .Mails.GroupBy(mail =>
                (
                    mail.Kind,
                    mail.Person,
                    mail.Subject,
                    About: string.Join(
                        ',',
                        mail.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    )
                )
            )
            .Where(same => same.Count() > Most(evidence, same.First()))
            .Select(same =>
                $"{same.Key.Person} has {same.Count()} mails {same.Key.Kind} about {same.Key.Subject} {same.Key.About}"
            );
        var withoutRow = evidence
            .Oracle.Sendings.Where(sending => !sending.HadRow)
            .Select(sending => $"{sending.Id} was sent before it stood in the outbox");
        return tooMany.Concat(withoutRow);
    }

    private static int Most(Evidence evidence, OutboxMail mail)
    {
        switch (mail.Kind)
        {
            case var _ when About.IsOrdered(mail):
                return 1;
            case nameof(ReminderLetter):
                // A correction has one reminder, halfway. Every due instant that was in force has its own.
                return DuesInForce(evidence, mail)
                    * (
                        About.Window(mail) > 1
                            ? 1
                            : evidence
                                .Plan.ReportType(AssignmentId.Parse(mail.Subject).ReportType)
                                .Reminders.Count
                    );
            case nameof(OverdueLetter) or nameof(ClosedLetter):
                // Whoever misses an extended due instant too is told again.
                return DuesInForce(evidence, mail);
            case nameof(DecisionReminderLetter):
                // And one that the round stays open.
                return evidence.Plan.Plan.Approval.Reminders.Count
                    + (evidence.Plan.Plan.Approval.OnTimeout == UndecidedRound.Extend ? 1 : 0);
            default:
                return 1;
        }
    }

    private static int DuesInForce(Evidence evidence, OutboxMail mail) =>
        1
        + evidence.Oracle.Extensions.Count(extension =>
            extension.Assignment.ToString() == mail.Subject
            && extension.Window == About.Window(mail)
        );
}
