using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Dossiers;

/// <summary>A dossier that somebody wants as files.</summary>
/// <param name="Folder">Where to: it is made, and must be empty if it is there.</param>
/// <param name="Language">In whose language; null for that of the plan's operations.</param>
/// <param name="Audience">For whom.</param>
public sealed record DossierOrder(DirectoryInfo Folder, Language? Language, Readers Audience);
