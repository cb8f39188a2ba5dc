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
    /// <summary>The terms of a round that is open.</summary>
    /// <param name="approval">What the plan says of approval.</param>
    /// <param name="round">The round.</param>
    /// <param name="asked">When its stage was recorded as asked.</param>
    public static ApprovalTerms Of(ApprovalPlan approval, RoundState round, DateTimeOffset asked) =>
        new(
            round.Stage,
            round.Closes,
            [
                .. approval.Reminders.Select(after => asked + after),
                .. round.IsExtended ? new[] { asked + approval.Closes } : [],
            ]
        );
}
