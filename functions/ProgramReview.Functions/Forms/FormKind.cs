namespace ProgramReview.Functions.Forms;

/// <summary>What a body can fetch to fill in.</summary>
public enum FormKind
{
    /// <summary>The form of the report's text.</summary>
    Outline,

    /// <summary>The form of its figures.</summary>
    Annex,

    /// <summary>All of it in one file.</summary>
    All,
}
