namespace ProgramReview.Core.Planning.Warnings;

/// <summary>Where one vote too few approves and one too few rejects, or a head may be outvoted, all can take a side and nothing is decided.</summary>
internal sealed class RoundMayEndUndecided : IWarningRule
{
    public string Code => "round-may-end-undecided";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        plan
            .Approval.InStages()
            .SelectMany(stage => Stuck(plan.Approval, stage))
            .Take(1)
            .Select(stuck => new PlanWarning(
                Code,
                "approval.rejections",
                [
                    FormattableString.Invariant($"{stuck.Stage.Members.Count}"),
                    $"{stuck.Stage.Quorum}",
                    $"{stuck.Stage.Rejections}",
                    FormattableString.Invariant($"{stuck.Approvals}"),
                ]
            ));

    private static IEnumerable<(ApprovalStage Stage, int Approvals)> Stuck(
        ApprovalPlan plan,
        ApprovalStage stage
    )
    {
        var members = stage.Members.Count;
        var required = (plan.Required ?? []).Intersect(stage.Members).ToList();
        var cast = plan.Casting is { } casting && stage.Members.Contains(casting) ? casting : null;
        return from approvals in Enumerable.Range(0, members + 1)
            let rejections = members - approvals
            where rejections < stage.Rejections!.Of(members)
            // A required member may be among the rejections, and then neither a quorum nor a casting vote for it decides.
            where
                approvals >= stage.Quorum!.Of(members)
                    ? rejections > 0 && required.Count > 0
                    : cast is null
                        || approvals != rejections
                        || required.Any(member => member != cast)
            select (stage, approvals);
    }
}
