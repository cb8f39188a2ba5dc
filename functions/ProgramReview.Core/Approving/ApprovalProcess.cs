using ProgramReview.Core.Events;

namespace ProgramReview.Core.Approving;

/// <summary>Decides what an approval round does next; how it stands is decided by <see cref="Quorum"/>.</summary>
public static class ApprovalProcess
{
    /// <summary>The next step.</summary>
    /// <param name="terms">The round's terms.</param>
    /// <param name="progress">What was done so far.</param>
    /// <param name="standing">How the round stands; null while it is open.</param>
    /// <param name="turn">What an open round has to write down.</param>
    /// <param name="now">The present.</param>
    public static ApprovalStep Advance(
        ApprovalTerms terms,
        ApprovalProgress progress,
        RoundOutcome? standing,
        RoundTurn turn,
        DateTimeOffset now
    )
    {
        if (standing is { } outcome)
        {
            return new ApprovalStep(progress, [new ApprovalEffect.End(outcome)], WakeAt: null);
        }
        if (turn != RoundTurn.None)
        {
            return new ApprovalStep(progress, [new ApprovalEffect.Turn(turn)], now);
        }
        var effects = new List<ApprovalEffect>();
        if (progress.Asked < terms.Stage)
        {
            effects.Add(new ApprovalEffect.Ask());
            progress = new ApprovalProgress(terms.Stage, 0);
        }
        var reached = terms.Reminders.Count(reminder => reminder <= now);
        if (reached > progress.RemindersDone)
        {
            effects.Add(new ApprovalEffect.Remind(reached));
            progress = progress with { RemindersDone = reached };
        }
        if (terms.Escalates <= now)
        {
            effects.Add(new ApprovalEffect.Escalate());
        }
        DateTimeOffset?[] wakes =
        [
            now + terms.Closes.Remaining(now),
            progress.RemindersDone < terms.Reminders.Count
                ? terms.Reminders[progress.RemindersDone]
                : null,
            terms.Escalates > now ? terms.Escalates : null,
            terms.Counts,
        ];
        return new ApprovalStep(progress, effects, wakes.Min());
    }
}
