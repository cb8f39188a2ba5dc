namespace ProgramReview.Core.Planning.Rules;

internal sealed class QuorumRule : IPlanRule
{
    public string Code => "quorum";

    public IReadOnlyList<string> Reads => ["approval"];

    // What a stage says for itself is measured by its members, and so is what the plan says of all by those of each stage that says nothing.
    public IEnumerable<RuleFault> Check(Plan plan) =>
        plan
            .Approval.InStages()
            .SelectMany(
                (stage, i) =>
                {
                    var written = plan.Approval.Stages?[i];
                    var path = PlanParts.At("approval.stages", i);
                    return new[]
                    {
                        Fault(written?.Quorum is null ? "approval" : path, "quorum", stage.Quorum!),
                        Fault(
                            written?.Rejections is null ? "approval" : path,
                            "rejections",
                            stage.Rejections!
                        ),
                    };

                    RuleFault? Fault(string at, string key, Threshold said) =>
                        said.Number >= 1
                        && said.Number <= (said.Parts ?? Math.Max(stage.Members.Count, 1))
                            ? null
                            : new RuleFault(
                                $"{at}.{key}",
                                FormattableString.Invariant(
                                    $"{said} cannot be reached by {stage.Members.Count} approvers"
                                ),
                                FormattableString.Invariant(
                                    $"Choose a number from 1 to {Math.Max(stage.Members.Count, 1)}, or a share such as 2/3"
                                )
                            );
                }
            )
            .OfType<RuleFault>()
            .DistinctBy(fault => fault.Path);
}
