namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>
/// Follows the fields that text passes through: a field's code is not read, its result is, unless it is a contents list. A field may span paragraphs
/// and lie within another.
/// </summary>
internal sealed class WordFields
{
    private const int MostLetters = 100;

    // Deeper than people nest, and beyond it nothing is told apart.
    private const int Most = 256;
    private readonly Stack<Field> open = new();
    private int hidden;

    /// <summary>Whether what stands here is not read.</summary>
    public bool IsHidden => hidden > 0;

    /// <summary>A field begins, with its code.</summary>
    public void Begin()
    {
        if (open.Count < Most)
        {
            open.Push(new Field());
            hidden++;
        }
    }

    /// <summary>More of a field's code.</summary>
    public void Code(string text)
    {
        if (open.TryPeek(out var field) && field.Code.Length < MostLetters)
        {
            field.Code += text;
        }
    }

    /// <summary>The code has ended, and what follows is its result; the code is told.</summary>
    public string Result()
    {
        if (!open.TryPeek(out var field) || field.HasResult)
        {
            return "";
        }
        field.HasResult = true;
        field.IsHidden = IsContents(field.Code);
        if (!field.IsHidden)
        {
            hidden--;
        }
        return field.Code;
    }

    /// <summary>The field ends.</summary>
    public void End()
    {
        if (open.TryPop(out var field) && field.IsHidden)
        {
            hidden--;
        }
    }

    /// <summary>Whether a field's code makes a list of what stands elsewhere.</summary>
    public static bool IsContents(string code) =>
        code.Trim().Split(' ', 2)[0].ToUpperInvariant() is "TOC" or "TOF" or "INDEX" or "TOA";

    /// <summary>Whether a field's code fetches something from another file.</summary>
    public static bool Fetches(string code) =>
        code.Trim().Split(' ', 2)[0].ToUpperInvariant()
            is "DDE"
                or "DDEAUTO"
                or "INCLUDETEXT"
                or "INCLUDEPICTURE"
                or "LINK";

    private sealed class Field
    {
        public string Code { get; set; } = "";
        public bool HasResult { get; set; }
        public bool IsHidden { get; set; } = true;
    }
}
