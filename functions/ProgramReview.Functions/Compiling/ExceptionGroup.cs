using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>Reports of a dossier with one exception.</summary>
/// <param name="Kind">The exception.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">Those that are shown.</param>
/// <param name="Path">Where all of them are listed; null where this is that list.</param>
public sealed record ExceptionGroup(
    DossierException Kind,
    int Count,
    IReadOnlyList<ReportLine> Lines,
    string? Path
);
