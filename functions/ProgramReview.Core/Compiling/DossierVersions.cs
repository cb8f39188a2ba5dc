namespace ProgramReview.Core.Compiling;

/// <summary>By which versions of the product what a dossier shows follows from its files: whoever has these can make it again.</summary>
/// <param name="Reader">How files are read.</param>
/// <param name="Texts">How sections are found in what was read.</param>
public sealed record DossierVersions(int Reader, int Texts);
