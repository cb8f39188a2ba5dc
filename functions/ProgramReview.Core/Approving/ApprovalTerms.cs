using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>The terms that the stage of a round which is asked runs under.</summary>
/// <param name="Stage">Which stage, from 1.</param>
/// <param name="Closes">From then on it is expired.</param>
/// <param name="Reminders">When its members who have not decided are reminded, ascending; once more when it stays open beyond its close.</param>
public sealed record ApprovalTerms(
    int Stage,
    Deadline Closes,
    IReadOnlyList<DateTimeOffset> Reminders
)
{
    /// <summary>When deputies are asked; null if there is nobody to ask, or nobody to stand in for.</summary>
    public DateTimeOffset? Escalates { get; init; }

    /// <summary>When the next answer begins to count that stands on operations' word; null if none waits for that alone.</summary>
    public DateTimeOffset? Counts { get; init; }

    /// <summary>The terms of a round that is open.</summary>
    /// <param name="approval">What the plan says of approval.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present.</param>
    public static ApprovalTerms Of(ApprovalPlan approval, RoundState round, DateTimeOffset now) =>
        new(
            round.Stage,
            // While it is to be extended, that is written down at the first close.
            round.Closes.HasPassed(now)
                ? Quorum.Closes(approval, round)
                : round.Closes,
            [
                .. approval.Reminders.Select(after => round.AskedAt + after),
                .. round.IsExtended ? new[] { round.AskedAt + approval.Closes } : [],
            ]
        )
        {
            Escalates = DeputyRules.Escalates(approval, round),
            Counts = Quorum.NextCount(approval, round, now),
        };
}
