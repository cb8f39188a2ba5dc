namespace ProgramReview.Core.Planning.Rules;

internal sealed class IdentityRule : IPlanRule
{
    public string Code => "identity";

    public IReadOnlyList<string> Reads => ["id", "version"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (!Naming.Code.IsValid(plan.Id))
        {
            yield return new RuleFault("id", $"'{plan.Id}' is not a code", CodeRule.Remedy);
        }

        if (plan.Version < 1)
        {
            yield return new RuleFault(
                "version",
                FormattableString.Invariant($"{plan.Version} is not a version"),
                "Count versions from 1"
            );
        }
    }
}
