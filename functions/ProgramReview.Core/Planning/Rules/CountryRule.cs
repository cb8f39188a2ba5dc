namespace ProgramReview.Core.Planning.Rules;

internal sealed class CountryRule : IPlanRule
{
    private const int CodeLength = 2;

    public string Code => "country";

    public IReadOnlyList<string> Reads => ["country"];

    public IEnumerable<RuleFault> Check(Plan plan)
    {
        if (plan.Country is { } country && !IsCode(country))
        {
            yield return new RuleFault(
                "country",
                $"'{country}' is not a country's code",
                "Write the two capital letters of ISO 3166, for example VN"
            );
        }
    }

    private static bool IsCode(string country) =>
        country.Length == CodeLength && country.All(char.IsAsciiLetterUpper);
}
