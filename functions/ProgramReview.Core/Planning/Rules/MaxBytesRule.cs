namespace ProgramReview.Core.Planning.Rules;

internal sealed class MaxBytesRule : IPlanRule
{
    // One Put Blob carries no more.
    private const long Largest = 256L * 1024 * 1024;

    public string Code => "max-size";

    public IReadOnlyList<string> Reads => ["reportTypes"];

    public IEnumerable<RuleFault> Check(Plan plan) =>
        PlanParts
            .ReportTypes(plan)
            .Where(entry => entry.Type.MaxBytes is < 1 or > Largest)
            .Select(entry => new RuleFault(
                $"{entry.Path}.maxSize",
                FormattableString.Invariant($"{entry.Type.MaxBytes} bytes is out of range"),
                "Choose a size from 1 B to 256 MiB"
            ));
}
