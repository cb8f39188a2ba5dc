namespace ProgramReview.Core.Checking.Reading;

/// <summary>
/// What one reading of a file's content brought: everything that rules judge, and nothing of what they think of it. A reader keeps within its
/// caps and says what stopped it; what it had read by then is left out.
/// </summary>
public sealed record ContentFacts
{
    /// <summary>The reader's version; facts of another version are read anew.</summary>
    public required int Reader { get; init; }

    /// <summary>The text of a docx, doc or pdf; null for a workbook and where reading was stopped.</summary>
    public DocumentFacts? Document { get; init; }

    /// <summary>The cells of an xlsx, xls or csv; null for a document and where reading was stopped.</summary>
    public AnnexFacts? Annex { get; init; }

    /// <summary>What in the file could do something by itself or carries another file.</summary>
    public IReadOnlyList<ActiveContent> Active { get; init; } = [];

    /// <summary>Which of our forms the file says it was made from; null if it says nothing.</summary>
    public FormMark? Form { get; init; }

    /// <summary>Why the content could not be read, or null.</summary>
    public ReadingFault? Fault { get; init; }
}
