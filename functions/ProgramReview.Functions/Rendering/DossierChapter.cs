namespace ProgramReview.Functions.Rendering;

/// <summary>A section by which the texts of a dossier are read.</summary>
/// <param name="Code">Its code; null for what stands in no section.</param>
/// <param name="Title">Its title in the reader's language.</param>
public sealed record DossierChapter(string? Code, string Title)
{
    /// <summary>Its name in addresses and in names of files.</summary>
    public string Name => Code ?? "-";
}
