namespace ProgramReview.Core.Planning.Rules;

internal sealed class OneAnnexRule : IPlanRule
{
    public string Code => "one-annex";

    public IReadOnlyList<string> Reads => ["reportTypes", "parts"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .PartLists(plan)
            .SelectMany(list =>
                list.Parts.Index()
                    .Where(part => part.Item.Kind == PartKind.Annex)
                    .Skip(1)
                    .Select(part => new RuleFault(
                        $"{PlanParts.At(list.Path, part.Index)}.kind",
                        "The report has an annex already",
                        "Ask for all figures in one annex"
                    ))
            );
}
