using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning.Rules;

/// <summary>What could not be read counts for nothing, whatever a plan makes of the other checks.</summary>
internal sealed class CheckWeightRule : IPlanRule
{
    public string Code => "check-weight";

    public IReadOnlyList<string> Reads => ["checks"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        (plan.Checking ?? CheckingPlan.Unsaid)
            .Weights.Where(weight =>
                CheckCatalogue.Unreadable.Any(check => check.Code == weight.Code)
                && !(weight.Severity >= Severity.Error)
            )
            .Select(weight => new RuleFault(
                $"checks.{weight.Code}",
                "A file that could not be read would count",
                "Write error or blocker, or leave it out"
            ));
}
