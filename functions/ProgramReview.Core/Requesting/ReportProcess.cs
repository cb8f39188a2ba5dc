using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>Decides what one window of an assignment does next. It decides nothing about timeliness: events do.</summary>
public static class ReportProcess
{
    /// <summary>The next step.</summary>
    /// <param name="terms">The window's terms.</param>
    /// <param name="progress">What was done so far.</param>
    /// <param name="snapshot">The assignment as the record has it.</param>
    /// <param name="now">The present.</param>
    public static ReportStep Advance(
        ReportTerms terms,
        ReportProgress progress,
        ReportSnapshot snapshot,
        DateTimeOffset now
    )
    {
        if (
            snapshot.Window > terms.Window
            || (IsCurrent(terms, snapshot) && snapshot.Outcome is not null)
        )
        {
            return Ended(progress);
        }
        return IsCurrent(terms, snapshot)
            ? Run(terms, progress, snapshot, now)
            : BeforeOpening(terms, progress, snapshot, now);
    }

    private static ReportStep BeforeOpening(
        ReportTerms terms,
        ReportProgress progress,
        ReportSnapshot snapshot,
        DateTimeOffset now
    )
    {
        var mayOpen = now >= terms.Opens && (snapshot.StageIsOpen || now >= terms.OpensAtLatest);
        return mayOpen || snapshot.IsExempt
            ? new ReportStep(progress, [new ReportEffect.Open()], now)
            : new ReportStep(progress, [], now < terms.Opens ? terms.Opens : terms.OpensAtLatest);
    }

    private static ReportStep Run(
        ReportTerms terms,
        ReportProgress progress,
        ReportSnapshot snapshot,
        DateTimeOffset now
    )
    {
        var due = snapshot.Due!.Value;
        var closes = snapshot.Closes!.Value;
        if (snapshot.IsExempt)
        {
            return End(progress, WindowOutcome.Exempt);
        }
        if (HasPassed(closes, now))
        {
            // The close is looked at last, so that bytes whose news was lost are on record before the outcome is.
            return progress.CloseSeen
                ? End(
                    progress,
                    snapshot.IsAccepted ? WindowOutcome.Accepted : WindowOutcome.Missing
                )
                : new ReportStep(
                    progress with
                    {
                        CloseSeen = true,
                    },
                    [new ReportEffect.LookForUploads()],
                    now
                );
        }
        if (terms.EndsWhenAccepted && snapshot.IsAccepted)
        {
            return End(progress, WindowOutcome.Accepted);
        }

        // An extension may have moved the instants back into the future; each is then looked at anew.
        progress = progress with
        {
            CloseSeen = false,
            DueSeen = progress.DueSeen && HasPassed(due, now),
        };
        var effects = new List<ReportEffect>();
        if (!progress.Requested)
        {
            effects.Add(new ReportEffect.Mail(MailOccasion.Request, 0));
            progress = progress with { Requested = true };
        }
        if (!HasPassed(due, now))
        {
            var reached = terms.Reminders.Count(reminder => reminder <= now);
            if (reached > progress.RemindersDone)
            {
                // After a long sleep only the latest reminder is sent: several at once help nobody.
                effects.Add(new ReportEffect.Mail(MailOccasion.Reminder, reached));
                progress = progress with { RemindersDone = reached };
            }
        }
        else if (!progress.DueSeen)
        {
            effects.Add(new ReportEffect.LookForUploads());
            effects.Add(new ReportEffect.Mail(MailOccasion.Overdue, progress.OverdueMails));
            progress = progress with { DueSeen = true, OverdueMails = progress.OverdueMails + 1 };
        }
        if (snapshot.IsAccepted && !progress.StageRung)
        {
            effects.Add(new ReportEffect.WakeLaterStages());
            progress = progress with { StageRung = true };
        }
        return new ReportStep(progress, effects, NextWake(terms, progress, due, closes, now));
    }

    private static DateTimeOffset NextWake(
        ReportTerms terms,
        ReportProgress progress,
        Deadline due,
        Deadline closes,
        DateTimeOffset now
    )
    {
        if (HasPassed(due, now))
        {
            return now + closes.Remaining(now);
        }
        var atDue = now + due.Remaining(now);
        return
            progress.RemindersDone < terms.Reminders.Count
            && terms.Reminders[progress.RemindersDone] < atDue
            ? terms.Reminders[progress.RemindersDone]
            : atDue;
    }

    private static bool IsCurrent(ReportTerms terms, ReportSnapshot snapshot) =>
        snapshot.Window == terms.Window;

    private static bool HasPassed(Deadline deadline, DateTimeOffset now) =>
        deadline.Remaining(now) <= TimeSpan.Zero;

    private static ReportStep End(ReportProgress progress, WindowOutcome outcome) =>
        new(
            progress,
            [new ReportEffect.End(outcome), new ReportEffect.WakeLaterStages()],
            WakeAt: null
        );

    private static ReportStep Ended(ReportProgress progress) => new(progress, [], WakeAt: null);
}
