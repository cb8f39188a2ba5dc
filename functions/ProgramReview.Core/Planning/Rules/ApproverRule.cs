namespace ProgramReview.Core.Planning.Rules;

internal sealed class ApproverRule : IPlanRule
{
    public string Code => "approver";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var approvers = PlanParts.Approvers(plan).ToList();
        if (approvers.Count == 0)
        {
            yield return new RuleFault(
                "approval.approvers",
                "Nobody could approve the dossier",
                "List the approvers"
            );
        }

        foreach (
            var (path, id, first) in PlanParts.Repeated(
                approvers.Select(a => ($"{a.Path}.id", a.Person.Id))
            )
        )
        {
            yield return new RuleFault(
                path,
                $"'{id}' stands at {first} already",
                "Name each approver once"
            );
        }

        // Two votes behind one mailbox would make one person two.
        var addresses = approvers.Select(a =>
            ($"{a.Path}.email", a.Person.Email.ToUpperInvariant())
        );
        foreach (var (path, _, first) in PlanParts.Repeated(addresses))
        {
            yield return new RuleFault(
                path,
                $"The address is the same as at {first}",
                "Give each approver an own address"
            );
        }
    }
}
