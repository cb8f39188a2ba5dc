using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>The terms one approval round runs under.</summary>
/// <param name="Closes">From then on it is expired.</param>
/// <param name="Reminders">When approvers who have not decided are reminded, ascending.</param>
public sealed record ApprovalTerms(Deadline Closes, IReadOnlyList<DateTimeOffset> Reminders)
{
    /// <summary>The terms of a round that was opened.</summary>
    /// <param name="approval">What the plan says of approval.</param>
    /// <param name="opened">The opening.</param>
    /// <param name="at">When it was recorded.</param>
    public static ApprovalTerms Of(
        ApprovalPlan approval,
        CycleEvent.RoundOpened opened,
        DateTimeOffset at
    ) => new(opened.Closes, [.. approval.Reminders.Select(after => at + after)]);
}
