namespace ProgramReview.Core.Planning.Rules;

/// <summary>One person, one seat: whoever approves stands in for nobody, and nobody's mailbox answers twice.</summary>
internal sealed class DeputyRule : IPlanRule
{
    public string Code => "deputy";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var approval = plan.Approval;
        foreach (var (path, person, _) in PlanParts.Deputies(plan))
        {
            if (approval.Approvers.Any(approver => IsSame(approver, person)))
            {
                yield return new RuleFault(
                    path,
                    $"'{person.Id}' is an approver, by id or by mailbox",
                    "Name somebody with an own mailbox who has no seat"
                );
            }
        }
        foreach (
            var (path, _, first) in PlanParts.Repeated(
                PlanParts
                    .Deputies(plan)
                    .Select(entry =>
                        (entry.Path, $"{entry.Seat} {entry.Person.Email.ToUpperInvariant()}")
                    )
            )
        )
        {
            yield return new RuleFault(
                path,
                $"The mailbox is that of {first}",
                "Name each deputy of an approver once"
            );
        }
        if (approval.EscalateAfter <= TimeSpan.Zero)
        {
            yield return new RuleFault(
                "approval.escalateAfter",
                "Deputies would be asked at once",
                "Give approvers time to answer first, for example 5d"
            );
        }
        if (approval.ObjectionHours < ApprovalPlan.LeastObjectionHours)
        {
            yield return new RuleFault(
                "approval.objectionHours",
                "Nobody could object in so short a time",
                FormattableString.Invariant(
                    $"Give at least {ApprovalPlan.LeastObjectionHours} hours"
                )
            );
        }
    }

    private static bool IsSame(Person one, Person other) =>
        one.Id == other.Id
        || string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase);
}
