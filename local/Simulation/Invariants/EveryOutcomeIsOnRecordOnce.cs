using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What became of a mail can be shown.</summary>
internal sealed class EveryOutcomeIsOnRecordOnce : IInvariant
{
    // What is known shortly before the end may be noted by nobody any more.
    private static readonly TimeSpan Notice = TimeSpan.FromDays(3);

    public string Sentence =>
        "What became of a mail is on record exactly once, as the outbox has it.";

    public bool HasCase(Evidence evidence) =>
        evidence.Mails.Any(mail => MustBeNoted(evidence, mail));

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var noted = evidence
            .Assignments.Values.Append(evidence.Cycle)
            .SelectMany(stream => stream)
            .Select(line => line.Event)
            .Select(@event =>
                @event switch
                {
                    AssignmentEvent.Mailed mailed => (
                        mailed.Occasion,
                        mailed.Person,
                        mailed.Result
                    ),
                    CycleEvent.Mailed mailed => (mailed.Occasion, mailed.Person, mailed.Result),
                    _ => (Occasion: "", Person: "", Result: default),
                }
            )
            .ToLookup(note => (note.Occasion, note.Person), note => note.Result);
        foreach (var mails in evidence.Mails.GroupBy(mail => (mail.Id.Split('~')[1], mail.Person)))
        {
            // Contacts of several reports get mails of one name.
            var results = noted[mails.Key].Where(result => result != MailResult.GivenUp).ToList();
            var (sent, refused) = (
                results.Count(result => result == MailResult.Sent),
                results.Count(result => result == MailResult.Refused)
            );
            if (
                sent > Count(mails, MailStatus.Accepted)
                || refused > Count(mails, MailStatus.Refused)
                // A mail given up by day may have gone out by then after all.
                || noted[mails.Key].Count() < mails.Count(mail => MustBeNoted(evidence, mail))
            )
            {
                yield return $"{mails.First().Id} is noted {sent} times as sent and {refused} times as refused";
            }
        }
    }

    private static int Count(IEnumerable<OutboxMail> mails, MailStatus status) =>
        mails.Count(mail => mail.Outcome?.Status == status);

    private static bool MustBeNoted(Evidence evidence, OutboxMail mail) =>
        mail.Outcome is { Status: not MailStatus.NotNeeded }
        // The daily sweep notes what is not older than two days, if it comes to its end.
        && evidence.Oracle.DailyLooks.Exists(look =>
            look > mail.OutcomeAt && look - mail.OutcomeAt < TimeSpan.FromDays(2)
        )
        && mail.OutcomeAt < evidence.Oracle.EndedAt - Notice;
}
