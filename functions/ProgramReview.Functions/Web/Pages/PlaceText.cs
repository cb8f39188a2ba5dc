using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Where in a file something was found, as the sender would say it: "Đảng viên mới kết nạp, 9 tháng 2024, ô F7".</summary>
public static class PlaceText
{
    private const int Longest = 120;

    /// <summary>The place in words, from the plan's titles to the cell; null where nothing is known of it.</summary>
    /// <param name="context">The reader and the plan.</param>
    /// <param name="reportType">The report type's code, whose outline names the sections.</param>
    /// <param name="place">The place, or null.</param>
    public static string? Show(PageContext context, string reportType, FindingPlace? place) =>
        place is null ? null
        : string.Join(", ", Words(context, reportType, place).OfType<string>())
            is { Length: > 0 } words
            ? words
        : null;

    /// <summary>The title of a section, or its code where the plan in force has it no more.</summary>
    public static string Section(PageContext context, string reportType, string code) =>
        context
            .Plan!.OutlineOf(reportType)
            .FirstOrDefault(section => section.Code == code)
            ?.Title.In(context.Language)
        ?? code;

    /// <summary>The name of an indicator, or its code where the plan in force has it no more.</summary>
    public static string Indicator(PageContext context, string code) =>
        Named(
            context,
            context.Plan!.Plan.Indicators?.FirstOrDefault(one => one.Code == code)?.Name,
            code
        );

    /// <summary>The name of a period, or its code where the plan in force has it no more.</summary>
    public static string Period(PageContext context, string code) =>
        Named(
            context,
            context.Plan!.Plan.Periods?.FirstOrDefault(one => one.Code == code)?.Title,
            code
        );

    private static IEnumerable<string?> Words(
        PageContext context,
        string reportType,
        FindingPlace place
    )
    {
        yield return place.Section is { } section
            ? Say("section", Section(context, reportType, section))
            : null;
        yield return place.Indicator is { } indicator ? Indicator(context, indicator) : null;
        yield return place.Period is { } period ? Period(context, period) : null;
        yield return place.Page is { } page ? Say("page", page) : null;
        yield return place.Paragraph is { } paragraph ? Say("paragraph", paragraph) : null;
        yield return place.Sheet is { } sheet ? Say("sheet", Short(sheet)) : null;
        yield return place.Cell is { } cell ? Say("cell", cell) : null;
        yield return place.Inside is { } inside ? Say("inside", Short(inside)) : null;

        string Say(string kind, object value) =>
            Text.Get(
                context.Language,
                $"place.{kind}",
                value is int number ? Numbers.Show(context.Language, number) : value
            );
    }

    private static string Named(PageContext context, LocalizedText? name, string code) =>
        name?.In(context.Language) ?? code;

    // Names inside a file are whatever its sender made them.
    private static string Short(string text) =>
        text.Length <= Longest ? text : $"{text[..Longest].TrimEnd()}…";
}
