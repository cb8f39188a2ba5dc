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
    public static StageTally Current(ApprovalPlan plan, RoundState round, DateTimeOffset now) =>
        new(plan, plan.InStages()[round.Stage - 1], round, round.EndedAt ?? now);

    /// <summary>Every stage that was asked, in order.</summary>
    public static IEnumerable<StageTally> Asked(
        ApprovalPlan plan,
        RoundState round,
        DateTimeOffset now
    ) =>
        plan.InStages()
            .Take(round.Stage)
            .Select(stage => new StageTally(plan, stage, round, round.EndedAt ?? now));

    /// <summary>The seats that may answer in the stage that is asked, by the approvers' ids.</summary>
    public static IEnumerable<string> SeatsOf(ApprovalPlan plan, RoundState round) =>
        plan.InStages()[round.Stage - 1].Members.Except(round.Barred);

    /// <summary>The next instant at which an answer begins to count; null if none will by itself.</summary>
    public static DateTimeOffset? NextCount(
        ApprovalPlan plan,
        RoundState round,
        DateTimeOffset now
    ) => Waiting(plan, round).Where(from => from > now).Min();

    /// <summary>Whether the stage of an open round that is asked can no longer approve; see <see cref="StageTally.IsOutOfReach"/>.</summary>
    public static bool IsOutOfReach(ApprovalPlan plan, RoundState round, DateTimeOffset now) =>
        round.Outcome is null && Current(plan, round, now).IsOutOfReach;

    /// <summary>
    /// From when on no answer is taken; behind the close where the plan lets the round stay open as long again, or while people may object to
    /// what operations recorded.
    /// </summary>
    public static Deadline Closes(ApprovalPlan plan, RoundState round)
    {
        var closes = ByPlan(plan, round);
        return Waiting(plan, round).Max() is { } last && Deadline.At(last).IsAfter(closes)
            ? Deadline.At(last)
            : closes;
    }

    /// <summary>The close by the plan alone, extended if the plan says so.</summary>
    public static Deadline ByPlan(ApprovalPlan plan, RoundState round) =>
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
        var stage = Current(plan, round, now);
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
        : Current(plan, round, now).Decide(isClosed: false) == RoundOutcome.Approved
            ? RoundTurn.NextStage
        : WillExtend(plan, round) && round.Closes.HasPassed(now) ? RoundTurn.Extend
        : RoundTurn.None;

    private static IEnumerable<DateTimeOffset?> Waiting(ApprovalPlan plan, RoundState round) =>
        SeatsOf(plan, round).Select(seat => round.AnswerOf(seat)?.Order?.CountsFrom);

    private static bool WillExtend(ApprovalPlan plan, RoundState round) =>
        plan.OnTimeout == UndecidedRound.Extend && !round.IsExtended;
}
