using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Compiling;

/// <summary>A dossier before a reader.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Root">The dossier.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="FilePath">Where the file of a part is fetched; null where it is not.</param>
public sealed record OpenDossier(
    PlanLookup Plan,
    Dossier Root,
    Readers Audience,
    Func<PartId, string?> FilePath
)
{
    /// <summary>The exceptions that it has and its reader may be told of.</summary>
    public IEnumerable<DossierException> Exceptions =>
        Root.Totals.Exceptions.Keys.Where(kind =>
            PublicationPlan.ShowsExplanations(Audience)
            || kind is not (DossierException.Explained or DossierException.Unexplained)
        );

    /// <summary>Where the file of a part is fetched; null where the reader may not.</summary>
    public string? FindPath(PartId part) =>
        Plan.Publication.ShowsPart(Audience, part.Assignment.ReportType, part.Part)
            ? FilePath(part)
            : null;
}
