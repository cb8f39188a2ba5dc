namespace ProgramReview.Core.Planning.Rules;

internal sealed class FormatRule : IPlanRule
{
    public string Code => "format";

    public IReadOnlyList<string> Reads => ["reportTypes", "parts"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .Where(entry => entry.Type.Parts is null)
            .Select(entry => (entry.Path, entry.Type.Formats))
            .Concat(PlanParts.Parts(plan).Select(entry => (entry.Path, entry.Part.Formats)))
            .SelectMany(entry => Check($"{entry.Path}.formats", entry.Formats));

    private static IEnumerable<RuleFault> Check(string path, IReadOnlyList<FileFormat> formats)
    {
        if (formats.Count == 0)
        {
            yield return new RuleFault(
                path,
                "No file would be accepted",
                "List at least one of pdf, docx, xlsx, doc, xls, csv"
            );
        }

        var places = formats.Select((format, i) => (PlanParts.At(path, i), format.ToString()));
        foreach (var (at, format, _) in PlanParts.Repeated(places))
        {
            yield return new RuleFault(at, $"{format} is listed twice", "List each format once");
        }
    }
}
