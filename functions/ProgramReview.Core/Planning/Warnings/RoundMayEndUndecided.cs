using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning.Warnings;

/// <summary>Where one vote too few approves and one too few rejects, all can answer and nothing is decided.</summary>
internal sealed class RoundMayEndUndecided : IWarningRule
{
    public string Code => "round-may-end-undecided";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        plan
            .Approval.InStages()
            .SelectMany(stage => Stuck(plan.Approval, stage).Take(1))
            .Select(stuck => new PlanWarning(
                Code,
                "approval.rejections",
                [
                    FormattableString.Invariant($"{stuck.Stage.Members.Count}"),
                    $"{stuck.Stage.Quorum}",
                    $"{stuck.Stage.Rejections}",
                    FormattableString.Invariant($"{stuck.Approvals}"),
                ]
            ))
            .Take(1);

    // Every way in which all take a side; with the required and the casting member on either.
    private static IEnumerable<(ApprovalStage Stage, int Approvals)> Stuck(
        ApprovalPlan plan,
        ApprovalStage stage
    )
    {
        IReadOnlyList<string> marked =
        [
            .. stage.Members.OrderBy(member =>
                member != plan.Casting && plan.Required?.Contains(member) != true
            ),
        ];
        return from members in new[] { marked, [.. marked.Reverse()] }
            from approvals in Enumerable.Range(0, members.Count + 1)
            let answers = members.Select(
                (member, i) =>
                    new CycleEvent.Decided(
                        1,
                        "",
                        member,
                        i < approvals ? DecisionVerdict.Approve : DecisionVerdict.Reject,
                        "",
                        []
                    )
            )
            let round = new RoundState(1, "", default, [.. answers], null)
            where new StageTally(plan, stage, round).Decide(isClosed: true) == RoundOutcome.Expired
            select (stage, approvals);
    }
}
