namespace ProgramReview.Core.Planning.Rules;

internal sealed class StageRule : IPlanRule
{
    public string Code => "approval-stage";

    public IReadOnlyList<string> Reads => ["approval"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var approval = plan.Approval;
        var approvers = approval.Approvers.Select(person => person.Id).ToHashSet();
        var members = (approval.Stages ?? [])
            .SelectMany(
                (stage, i) => Named($"{PlanParts.At("approval.stages", i)}.members", stage.Members)
            )
            .ToList();
        return Named("approval.required", approval.Required ?? [])
            .Concat(approval.Casting is { } casting ? [("approval.casting", casting)] : [])
            .Concat(members)
            .Where(entry => !approvers.Contains(entry.Id))
            .Select(entry => new RuleFault(
                entry.Path,
                $"'{entry.Id}' is no approver",
                "Write the id of one of approval.approvers"
            ))
            .Concat(
                PlanParts
                    .Repeated(members)
                    .Concat(PlanParts.Repeated(Named("approval.required", approval.Required ?? [])))
                    .Select(entry => new RuleFault(
                        entry.Path,
                        $"'{entry.Key}' stands at {entry.First} already",
                        "Name each approver once"
                    ))
            )
            .Concat(
                approval.Stages is null
                    ? []
                    : approval
                        .Approvers.Where(person => members.All(entry => entry.Id != person.Id))
                        .Select(person => new RuleFault(
                            "approval.stages",
                            $"'{person.Id}' would never be asked",
                            "Name every approver in one stage"
                        ))
            )
            .Concat(
                (approval.Stages ?? [])
                    .Index()
                    .Where(entry => entry.Item.Members.Count == 0)
                    .Select(entry => new RuleFault(
                        $"{PlanParts.At("approval.stages", entry.Index)}.members",
                        "Nobody could approve in this stage",
                        "Name its members, or leave the stage out"
                    ))
            );
    }

    private static IEnumerable<(string Path, string Id)> Named(
        string list,
        IReadOnlyList<string> ids
    ) => ids.Select((id, i) => (PlanParts.At(list, i), id));
}
