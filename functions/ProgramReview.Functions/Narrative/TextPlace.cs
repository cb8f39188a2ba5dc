using ProgramReview.Core.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Narrative;

/// <summary>Where a text stands, in words.</summary>
internal static class TextPlace
{
    /// <summary>A paragraph's place: its number, or its page.</summary>
    public static string Of(PageContext context, TextParagraph paragraph) =>
        paragraph.Page is { } page
            ? Text.Get(context.Language, "texts.page", Numbers.Show(context.Language, page))
            : Text.Get(
                context.Language,
                "texts.paragraph",
                Numbers.Show(context.Language, paragraph.Paragraph)
            );

    /// <summary>A section's title; of what stands in none, the words for that.</summary>
    public static string SectionOf(PageContext context, string reportType, string? code) =>
        context
            .Plan!.ReportType(reportType)
            .Outline.FirstOrDefault(section => code is not null && section.Code == code)
            is { } section
            ? section.Title.In(context.Language)
            : Text.Get(context.Language, "texts.elsewhere");
}
