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
        if (closes.HasPassed(now))
        {
            return AfterClose(progress, snapshot, now);
        }
        // A question can be answered until the close.
        if (
            terms.EndsWhenAccepted
            && snapshot is { IsAccepted: true, ChecksUntil: null, IsUnexplained: false }
        )
        {
            return End(progress, WindowOutcome.Accepted);
        }

        // An extension may have moved the instants back into the future; each is then looked at anew.
        progress = progress with
        {
            CloseSeen = false,
            CorrectionsSeen = false,
            CloseTold = false,
            DueSeen = progress.DueSeen && due.HasPassed(now),
        };
        var effects = new List<ReportEffect>();
        if (!progress.Requested)
        {
            effects.Add(new ReportEffect.Mail(MailOccasion.Request, 0, due));
            progress = progress with { Requested = true };
        }
        var reminders = terms.RemindersBefore(due);
        if (!due.HasPassed(now))
        {
            var reached = reminders.Count(reminder => reminder <= now);
            // Whoever just got more time is not reminded at once of what would have been behind them with the new due.
            var isPast =
                snapshot.DueMovedAt is { } moved && reached > 0 && reminders[reached - 1] <= moved;
            if (reached > progress.RemindersDone && !isPast)
            {
                // After a long sleep only the latest reminder is sent: several at once help nobody.
                effects.Add(
                    new ReportEffect.Mail(
                        MailOccasion.Reminder,
                        reached,
                        due,
                        reminders[reached - 1]
                    )
                );
            }
            progress = progress with { RemindersDone = reached };
        }
        else if (!progress.DueSeen && terms.Cause != OpeningCause.LateAllowed)
        {
            effects.Add(new ReportEffect.LookForUploads());
            effects.Add(
                new ReportEffect.Mail(MailOccasion.Overdue, 0, due, now + due.Remaining(now))
            );
            progress = progress with { DueSeen = true };
        }
        if (snapshot.IsAccepted && !progress.StageRung)
        {
            effects.Add(new ReportEffect.WakeLaterStages());
            progress = progress with { StageRung = true };
        }
        return new ReportStep(progress, effects, NextWake(reminders, progress, due, closes, now));
    }

    // The window ends when all is known that it was sent for: what came at the last moment is noticed, what was noticed is checked or given up,
    // and what can be corrected had its time.
    private static ReportStep AfterClose(
        ReportProgress progress,
        ReportSnapshot snapshot,
        DateTimeOffset now
    )
    {
        if (!progress.CloseSeen)
        {
            return Look(progress with { CloseSeen = true }, now);
        }
        if (snapshot.ChecksUntil is { } until)
        {
            return until > now
                ? new ReportStep(progress, [], until)
                : new ReportStep(progress, [new ReportEffect.GiveUpChecks(now)], now);
        }
        if (
            !progress.CloseTold && (snapshot.CorrectionsUntil is not null || snapshot.IsUnexplained)
        )
        {
            return new ReportStep(
                progress with
                {
                    CloseTold = true,
                },
                [new ReportEffect.Mail(MailOccasion.Closed, 0, snapshot.Due!.Value, now)],
                now
            );
        }
        if (snapshot.CorrectionsUntil is { } end && !end.HasPassed(now))
        {
            return new ReportStep(progress, [], now + end.Remaining(now));
        }
        return snapshot.CorrectionsUntil is not null && !progress.CorrectionsSeen
            ? Look(progress with { CorrectionsSeen = true }, now)
            : End(progress, snapshot.IsAccepted ? WindowOutcome.Accepted : WindowOutcome.Missing);
    }

    private static ReportStep Look(ReportProgress progress, DateTimeOffset now) =>
        new(progress, [new ReportEffect.LookForUploads()], now);

    private static DateTimeOffset NextWake(
        IReadOnlyList<DateTimeOffset> reminders,
        ReportProgress progress,
        Deadline due,
        Deadline closes,
        DateTimeOffset now
    )
    {
        if (due.HasPassed(now))
        {
            return now + closes.Remaining(now);
        }
        var atDue = now + due.Remaining(now);
        return progress.RemindersDone < reminders.Count && reminders[progress.RemindersDone] < atDue
            ? reminders[progress.RemindersDone]
            : atDue;
    }

    private static bool IsCurrent(ReportTerms terms, ReportSnapshot snapshot) =>
        snapshot.Window == terms.Window;

    private static ReportStep End(ReportProgress progress, WindowOutcome outcome) =>
        new(
            progress,
            [new ReportEffect.End(outcome), new ReportEffect.WakeLaterStages()],
            WakeAt: null
        );

    private static ReportStep Ended(ReportProgress progress) => new(progress, [], WakeAt: null);
}
