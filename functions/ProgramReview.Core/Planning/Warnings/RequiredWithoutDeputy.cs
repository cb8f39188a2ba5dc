namespace ProgramReview.Core.Planning.Warnings;

/// <summary>Where deputies stand in for some, a required member without one stops the round when they are away.</summary>
internal sealed class RequiredWithoutDeputy : IWarningRule
{
    public string Code => "required-without-deputy";

    public IEnumerable<PlanWarning> Check(Plan plan) =>
        plan.Approval.Deputies is null || plan.Approval.DeputyChoice == DeputyChoice.Anyone
            ? []
            : (plan.Approval.Required ?? [])
                .Where(member => plan.Approval.DeputiesOf(member).Count == 0)
                .Select(member => new PlanWarning(Code, "approval.required", [member]));
}
