namespace ProgramReview.Core.Planning.Rules;

internal sealed class QuorumRule : IPlanRule
{
    public string Code => "quorum";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var count = plan.Approval.Approvers.Count;
        var numbers = new[]
        {
            ("quorum", plan.Approval.Quorum),
            ("rejections", plan.Approval.Rejections),
        };
        return numbers
            .Where(number => number.Item2 < 1 || number.Item2 > Math.Max(count, 1))
            .Select(number => new RuleFault(
                $"approval.{number.Item1}",
                FormattableString.Invariant(
                    $"{number.Item2} cannot be reached by {count} approvers"
                ),
                FormattableString.Invariant($"Choose a number from 1 to {Math.Max(count, 1)}")
            ));
    }
}
