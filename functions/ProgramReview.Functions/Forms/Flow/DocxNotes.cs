using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>Footnotes. A note's number is its place in the document.</summary>
internal static class DocxNotes
{
    /// <summary>What every list of notes begins with: the lines above them.</summary>
    public static void Begin(XmlWriter writer)
    {
        Line(-1, FootnoteEndnoteValues.Separator, new SeparatorMark()).WriteTo(writer);
        Line(0, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark())
            .WriteTo(writer);
    }

    /// <summary>The note.</summary>
    public static Footnote Of(int number, string text) =>
        new(
            Word.Paragraph(
                DocxStyles.FootnoteText,
                Mark(new FootnoteReferenceMark()),
                Word.Run(" " + FlowBlock.Clean(text))
            )
        )
        {
            Id = number,
        };

    /// <summary>The number in the text that leads to a note.</summary>
    public static Run Reference(int number) => Mark(new FootnoteReference { Id = number });

    private static Run Mark(OpenXmlElement mark) =>
        new(new RunProperties(new RunStyle { Val = DocxStyles.FootnoteReference }), mark);

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(Word.Paragraph(DocxStyles.FootnoteText, new Run(mark))) { Id = id, Type = type };
}
