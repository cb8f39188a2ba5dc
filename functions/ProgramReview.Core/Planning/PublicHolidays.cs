using System.Globalization;

namespace ProgramReview.Core.Planning;

/// <summary>The public holidays that are known by country; dated data beside this file, since governments move them.</summary>
public static class PublicHolidays
{
    private const int Parts = 6;

    private static readonly Lazy<IReadOnlyList<Holiday>> Vietnam = new(() => Read("VN"));

    /// <summary>Those of a country in the order of days; null if the country's are not known.</summary>
    /// <param name="country">ISO 3166 code.</param>
    public static IReadOnlyList<Holiday>? Of(string country) =>
        country == "VN" ? Vietnam.Value : null;

    private static IReadOnlyList<Holiday> Read(string country)
    {
        using var stream = typeof(PublicHolidays).Assembly.GetManifestResourceStream(
            $"holidays.{country}"
        )!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line[0] != '#')
                .Select(Parse),
        ];
    }

    private static Holiday Parse(string line) =>
        line.Split(';') is [var first, var last, _, var vi, var en, var hi]
            ? new Holiday(Day(first), Day(last), new LocalizedText(vi, en, hi))
            : throw new FormatException($"A holiday has {Parts} parts: {line}");

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
