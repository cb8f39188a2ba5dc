namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>A style with all that it takes from those it is based on.</summary>
/// <param name="Name">What it is called, in small letters; ids differ between programs and languages.</param>
/// <param name="Letters">How letters are set.</param>
/// <param name="Paragraph">How paragraphs are set.</param>
internal sealed record DocxStyle(string Name, RunLook Letters, ParagraphLook Paragraph)
{
    /// <summary>A style that is not there.</summary>
    public static readonly DocxStyle None = new("", default, ParagraphLook.Plain);

    /// <summary>Whether it is that of hints in a form.</summary>
    public bool IsHint => Name is "placeholder text" or "placeholdertext";

    /// <summary>Whether it is that of a contents list's lines.</summary>
    public bool IsContents =>
        Name.StartsWith("toc ", StringComparison.Ordinal) && char.IsAsciiDigit(Name[^1])
        || Name is "table of figures";
}
