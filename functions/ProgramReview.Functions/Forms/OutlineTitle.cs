using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>What kind of document it is, what it is about, and for which programme.</summary>
internal static class OutlineTitle
{
    /// <summary>The paragraphs of the title.</summary>
    public static IEnumerable<Paragraph> Of(OutlineForm form, Language language)
    {
        var kind = Text.Get(language, "form.outline.kind");
        yield return Word.Paragraph(OutlineStyles.Title, Word.Run(kind));
        yield return Word.Paragraph(
            OutlineStyles.Subtitle,
            Word.Run(Without(kind, FormText.Clean(form.Title.In(language))))
        );
        yield return Word.Paragraph(
            OutlineStyles.Subject,
            Word.Run(Text.Get(language, "form.outline.programme", FormText.Clean(form.Programme)))
        );
    }

    // A title that begins with the kind of document would say it twice.
    private static string Without(string kind, string title)
    {
        var rest = title.StartsWith($"{kind} ", StringComparison.OrdinalIgnoreCase)
            ? title[kind.Length..].TrimStart()
            : "";
        return rest.Length > 0 ? $"{char.ToUpperInvariant(rest[0])}{rest[1..]}" : title;
    }
}
