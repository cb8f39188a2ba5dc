using ProgramReview.Core.Events;

namespace ProgramReview.Core.Approving;

/// <summary>Something a round's process wants done.</summary>
public abstract record ApprovalEffect
{
    private ApprovalEffect() { }

    /// <summary>Ask every approver of the stage.</summary>
    public sealed record Ask : ApprovalEffect;

    /// <summary>Write down that the next stage is asked, or that the round stays open.</summary>
    /// <param name="To">Which of the two.</param>
    public sealed record Turn(RoundTurn To) : ApprovalEffect;

    /// <summary>Have deputies asked of those who have not answered for as long as the plan says.</summary>
    public sealed record Escalate : ApprovalEffect;

    /// <summary>Remind approvers of the stage who have not decided when the mail is sent.</summary>
    /// <param name="Number">Which reminder, from 1.</param>
    public sealed record Remind(int Number) : ApprovalEffect;

    /// <summary>Write down how the round ended.</summary>
    /// <param name="Outcome">How.</param>
    public sealed record End(RoundOutcome Outcome) : ApprovalEffect;
}
