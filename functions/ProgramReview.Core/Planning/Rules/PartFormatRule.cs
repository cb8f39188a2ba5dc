namespace ProgramReview.Core.Planning.Rules;

internal sealed class PartFormatRule : IPlanRule
{
    public string Code => "part-format";

    public IReadOnlyList<string> Reads => ["reportTypes", "parts"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts.Parts(plan).SelectMany(entry => Check(entry.Path, entry.Part));

    private static IEnumerable<RuleFault> Check(string path, ReportPart part)
    {
        var fit = ReportPart.FormatsFor(part.Kind);
        return part
            .Formats.Index()
            .Where(entry => !fit.Contains(entry.Item))
            .Select(entry => new RuleFault(
                PlanParts.At($"{path}.formats", entry.Index),
                $"{entry.Item} cannot hold this part",
                $"Choose among {string.Join(", ", fit.Select(format => format.ToString().ToLowerInvariant()))}"
            ));
    }
}
