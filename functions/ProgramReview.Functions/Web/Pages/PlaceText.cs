using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Where something was found, in words: what it is about by the plan's names, then where in the file it stands.</summary>
public static class PlaceText
{
    /// <summary>For example "Party members, 9 months of 2024, cell F7"; empty for a finding about the whole file.</summary>
    /// <param name="context">The page.</param>
    /// <param name="place">The place, or null.</param>
    /// <param name="reportType">Whose sections are meant where report types name theirs differently.</param>
    public static string Show(PageContext context, FindingPlace? place, string? reportType = null)
    {
        if (place is null)
        {
            return "";
        }
        var words = string.Join(", ", Parts(context, place, reportType).OfType<string>());
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static IEnumerable<string?> Parts(
        PageContext context,
        FindingPlace place,
        string? reportType
    )
    {
        var (language, plan) = (context.Language, context.Plan?.Plan);
        yield return place.Section is { } section
            ? Text.Get(
                language,
                "place.section",
                SectionTitle(plan, section, reportType)?.In(language) ?? section
            )
            : null;
        yield return place.Indicator is { } indicator
            ? Named(plan?.Indicators, indicator)?.Name.In(language) ?? indicator
            : null;
        yield return place.Period is { } period
            ? PeriodTitle(plan, period)?.In(language) ?? period
            : null;
        yield return place.Page is { } page
            ? Text.Get(language, "place.page", Numbers.Show(language, page))
            : null;
        yield return place.Paragraph is { } paragraph
            ? Text.Get(language, "place.paragraph", Numbers.Show(language, paragraph))
            : null;
        yield return place.Sheet is { } sheet ? Text.Get(language, "place.sheet", sheet) : null;
        yield return place.Cell is { } cell ? Text.Get(language, "place.cell", cell) : null;
        yield return place.Inside;
    }

    private static Indicator? Named(IReadOnlyList<Indicator>? indicators, string code) =>
        indicators?.FirstOrDefault(one => one.Code == code);

    private static LocalizedText? PeriodTitle(Plan? plan, string code) =>
        plan?.Periods?.FirstOrDefault(one => one.Code == code)?.Title;

    private static LocalizedText? SectionTitle(Plan? plan, string code, string? reportType) =>
        plan
            ?.ReportTypes.OrderByDescending(type => type.Code == reportType)
            .SelectMany(type => type.Outline)
            .FirstOrDefault(section => section.Code == code)
            ?.Title;
}
