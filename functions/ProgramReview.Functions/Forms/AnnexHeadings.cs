using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Forms;

/// <summary>What stands above the annex's columns, and the few words in them that are not the plan's.</summary>
internal static class AnnexHeadings
{
    /// <summary>The heading of a column; above the values of a period it is the period's title and nothing else, by which it can be found.</summary>
    public static string Of(AnnexColumn column, Language language) =>
        column switch
        {
            AnnexColumn.Number => Text.Get(language, "form.column.number"),
            AnnexColumn.Name => Text.Get(language, "form.column.name"),
            AnnexColumn.Unit => Text.Get(language, "form.column.unit"),
            AnnexColumn.Span => Text.Get(language, "form.column.span"),
            AnnexColumn.Target => Text.Get(language, "form.column.target"),
            AnnexColumn.Value(var period) => period.Title.In(language),
            AnnexColumn.Preliminary(var period) => Text.Get(
                language,
                "form.column.preliminary",
                period.Title.In(language)
            ),
            AnnexColumn.Reason => Text.Get(language, "form.column.reason"),
            AnnexColumn.Remark => Text.Get(language, "form.column.remark"),
            AnnexColumn.Earlier(var period) => Text.Get(
                language,
                "form.column.earlier",
                period.Title.In(language)
            ),
            AnnexColumn.Source => Text.Get(language, "form.column.source"),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Unknown column."),
        };

    /// <summary>What kind of values a column holds; empty where there is nothing to say.</summary>
    public static string Group(AnnexColumn column, Language language) =>
        column switch
        {
            AnnexColumn.Value({ Estimate: true } period) => Text.Get(
                language,
                "form.group.estimate",
                InstantText.Day(language, period.To)
            ),
            AnnexColumn.Value(var period) => Text.Get(
                language,
                "form.group.actual",
                InstantText.Day(language, period.To)
            ),
            AnnexColumn.Earlier or AnnexColumn.Source => Text.Get(language, "form.group.known"),
            _ => "",
        };

    /// <summary>From when on values count.</summary>
    public static string Span(bool fromStart, Language language) =>
        Text.Get(language, fromStart ? "form.span.start" : "form.span.period");
}
