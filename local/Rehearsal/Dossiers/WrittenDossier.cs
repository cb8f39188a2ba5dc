using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Local.Rehearsal.Dossiers;

/// <summary>A dossier that was written as files.</summary>
/// <param name="Dossier">Which.</param>
/// <param name="Language">In whose language.</param>
/// <param name="Files">The files, each with its name; the pages lie unpacked in <see cref="DossierFolder.Pages"/>.</param>
/// <param name="Unspoken">The forms that there are not in this language.</param>
public sealed record WrittenDossier(
    NewestDossier Dossier,
    Language Language,
    IReadOnlyList<(string Name, RenderedFile File)> Files,
    IReadOnlyList<string> Unspoken
);
