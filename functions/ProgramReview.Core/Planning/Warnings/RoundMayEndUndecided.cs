namespace ProgramReview.Core.Planning.Warnings;

/// <summary>Where one vote too few approves and one too few rejects, all can answer and nothing is decided.</summary>
internal sealed class RoundMayEndUndecided : IWarningRule
{
    public string Code => "round-may-end-undecided";

    public IEnumerable<PlanWarning> Check(Plan plan)
    {
        var (approvers, quorum, rejections) = (
            plan.Approval.Approvers.Count,
            plan.Approval.Quorum,
            plan.Approval.Rejections
        );
        return quorum - 1 + rejections - 1 < approvers
            ? []
            :
            [
                new PlanWarning(
                    Code,
                    "approval.rejections",
                    [
                        FormattableString.Invariant($"{approvers}"),
                        FormattableString.Invariant($"{quorum}"),
                        FormattableString.Invariant($"{rejections}"),
                        FormattableString.Invariant($"{approvers - quorum + 1}"),
                    ]
                ),
            ];
    }
}
