using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>
/// The list of contents as a field of Word's own, with what it holds written out: it is there without being made anew, and each line leads to its
/// heading. Page numbers come with the first time that Word makes it anew: nobody knows them before the document is laid out, and a document that
/// asks for it by itself frightens its reader with a question.
/// </summary>
internal static class DocxContents
{
    private const string Whole = " TOC \\o \"1-1\" \\h \\z \\u ";

    /// <summary>The list with its title.</summary>
    public static IEnumerable<Paragraph> Of(FlowBlock.Contents contents)
    {
        yield return Word.Paragraph(
            DocxStyles.ContentsTitle,
            Word.Run(FlowBlock.Clean(contents.Caption))
        );
        foreach (var (i, heading) in contents.Headings.Index())
        {
            var mark = MarkOf(i + 1);
            var line = Word.Paragraph(
                DocxStyles.ContentsLine,
                new Hyperlink(Word.Run(FlowBlock.Clean(heading))) { Anchor = mark, History = true }
            );
            if (i == 0)
            {
                foreach (var run in Begin().Reverse())
                {
                    line.InsertAfter(run, line.ParagraphProperties);
                }
            }
            if (i == contents.Headings.Count - 1)
            {
                line.Append(Sign(FieldCharValues.End));
            }
            yield return line;
        }
    }

    /// <summary>The text of a heading, so that its line in the list finds it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The heading's number, from 1.</param>
    public static OpenXmlElement[] Marked(Run text, int number) =>
        [
            new BookmarkStart { Id = $"{number}", Name = MarkOf(number) },
            text,
            new BookmarkEnd { Id = $"{number}" },
        ];

    private static string MarkOf(int number) => FormattableString.Invariant($"_Toc{number:D8}");

    private static IEnumerable<Run> Begin() =>
        [
            Sign(FieldCharValues.Begin),
            new Run(new FieldCode(Whole) { Space = SpaceProcessingModeValues.Preserve }),
            Sign(FieldCharValues.Separate),
        ];

    private static Run Sign(FieldCharValues type) => new(new FieldChar { FieldCharType = type });
}
