using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgramReview.Functions.Forms;

/// <summary>The few things that a form's text is made of.</summary>
internal static class Word
{
    /// <summary>A paragraph of a style. Not of an enumeration: an element is one, of what it holds.</summary>
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    /// <summary>Text as it is written.</summary>
    public static Run Run(string text) =>
        new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Grey text in a control that is gone with the first letter that is written there.</summary>
    public static SdtRun Hint(string text)
    {
        var run = Run(text);
        run.RunProperties = new RunProperties(new RunStyle { Val = OutlineStyles.Hint });
        return new SdtRun(
            new SdtProperties(new TemporarySdt(), new ShowingPlaceholder()),
            new SdtContentRun(run)
        );
    }
}
