namespace ProgramReview.Core.Planning.Rules;

internal sealed class PartRule : IPlanRule
{
    public string Code => "part";

    public IReadOnlyList<string> Reads => ["reportTypes", "parts"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts.PartLists(plan).SelectMany(entry => Check(entry.Path, entry.Parts));

    private static IEnumerable<RuleFault> Check(string path, IReadOnlyList<ReportPart> parts) =>
        Codes
            .Check([.. parts.Select((part, i) => (PlanParts.At(path, i), part.Code))])
            .Concat(
                parts.Any(part => part.Required)
                    ? []
                    :
                    [
                        new RuleFault(
                            path,
                            "No part is required, so the report would be complete without a file",
                            "Require at least one part"
                        ),
                    ]
            );
}
