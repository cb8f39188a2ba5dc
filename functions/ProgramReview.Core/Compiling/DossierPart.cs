using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Compiling;

/// <summary>One part of a report in the dossier.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="Required">Whether the report is accepted only with it.</param>
/// <param name="Source">The file that counts, or null if there is none.</param>
/// <param name="Timeliness">How it stood to time; null without a file.</param>
public sealed record DossierPart(
    string Code,
    bool Required,
    DossierSource? Source,
    TimelinessVerdict? Timeliness
);
