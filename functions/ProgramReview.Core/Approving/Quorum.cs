using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>
/// Decides how a round stands by the rules of its plan. Its stages are asked in order; a stage that does not approve ends the round. Enough
/// rejections weigh more than a request for changes, and that more than a quorum. The order of answers matters only where one of them
/// ended the round already.
/// </summary>
public static class Quorum
{
    /// <summary>The version of these rules. An answer names it, so that nobody answers by rules other than those that count it.</summary>
    public const int Version = 1;

    /// <summary>The stage that is asked now, or was last.</summary>
    public static StageTally Current(ApprovalPlan plan, RoundState round) =>
        new(plan, plan.InStages()[round.Stage - 1], round);

    /// <summary>Every stage that was asked, in order.</summary>
    public static IEnumerable<StageTally> Asked(ApprovalPlan plan, RoundState round) =>
        plan.InStages().Take(round.Stage).Select(stage => new StageTally(plan, stage, round));

    /// <summary>Whether the stage of an open round that is asked can no longer approve; see <see cref="StageTally.IsOutOfReach"/>.</summary>
    public static bool IsOutOfReach(ApprovalPlan plan, RoundState round) =>
        round.Outcome is null && Current(plan, round).IsOutOfReach;

    /// <summary>From when on no answer is taken; behind the close where the plan lets the round stay open as long again.</summary>
    public static Deadline Closes(ApprovalPlan plan, RoundState round) =>
        WillExtend(plan, round) ? round.Closes.MovedBy(plan.Closes) : round.Closes;

    /// <summary>How the round stands, or null while it is open; what is on record stands, whatever the answers add up to.</summary>
    /// <param name="plan">Who may decide, and how many it takes.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present; only for expiry.</param>
    public static RoundOutcome? Decide(ApprovalPlan plan, RoundState round, DateTimeOffset now)
    {
        if (round.Outcome is { } ended)
        {
            return ended;
        }
        var stage = Current(plan, round);
        return stage.Decide(Closes(plan, round).HasPassed(now)) switch
        {
            RoundOutcome.Approved when round.Stage < plan.InStages().Count => null,
            RoundOutcome.Expired when plan.OnTimeout == UndecidedRound.Reject && stage.Open > 0 =>
                RoundOutcome.Rejected,
            var outcome => outcome,
        };
    }

    /// <summary>What is to be written down of an open round.</summary>
    /// <param name="plan">The rules.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present.</param>
    public static RoundTurn Turn(ApprovalPlan plan, RoundState round, DateTimeOffset now) =>
        Decide(plan, round, now) is not null ? RoundTurn.None
        : Current(plan, round).Decide(isClosed: false) == RoundOutcome.Approved
            ? RoundTurn.NextStage
        : WillExtend(plan, round) && round.Closes.HasPassed(now) ? RoundTurn.Extend
        : RoundTurn.None;

    private static bool WillExtend(ApprovalPlan plan, RoundState round) =>
        plan.OnTimeout == UndecidedRound.Extend && !round.IsExtended;
}
