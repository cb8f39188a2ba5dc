namespace ProgramReview.Core.Planning.Warnings;

/// <summary>Deputies who are asked only once the round has closed, or of whom there are none, help nobody.</summary>
internal sealed class EscalationReachesNobody : IWarningRule
{
    public string Code => "escalation-reaches-nobody";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        plan.Approval is { EscalateAfter: { } after } approval
        && (after >= approval.Closes || approval.Deputies is null)
            ? [new PlanWarning(Code, "approval.escalateAfter", [])]
            : [];
}
