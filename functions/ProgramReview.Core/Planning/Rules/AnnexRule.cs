namespace ProgramReview.Core.Planning.Rules;

internal sealed class AnnexRule : IPlanRule
{
    private const int MostRows = 500;
    private const int MostColumns = 40;

    public string Code => "annex";

    public IReadOnlyList<string> Reads => ["indicators", "periods"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        var (rows, columns) = (plan.Indicators?.Count ?? 0, plan.Periods?.Count ?? 0);
        if (rows > 0 && columns == 0)
        {
            yield return new RuleFault(
                "indicators",
                "Indicators are asked, but for no period",
                "List the periods under 'periods'"
            );
        }

        if (columns > 0 && rows == 0)
        {
            yield return new RuleFault(
                "periods",
                "There are periods, but no indicator is asked",
                "List the indicators under 'indicators'"
            );
        }

        if (rows > MostRows)
        {
            yield return new RuleFault(
                "indicators",
                FormattableString.Invariant($"{rows} indicators are more than people can fill in"),
                FormattableString.Invariant($"Ask for {MostRows} at most")
            );
        }

        if (columns > MostColumns)
        {
            yield return new RuleFault(
                "periods",
                FormattableString.Invariant($"{columns} periods fit on no page"),
                FormattableString.Invariant($"List {MostColumns} at most")
            );
        }
    }
}
