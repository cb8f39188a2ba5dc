using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>Opens dossiers for renderers.</summary>
public sealed class DossierContents(DossierStore dossiers, FigureReader figures, ReportTexts texts)
{
    /// <summary>What a rendering of a dossier is drawn from.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="hash">The dossier's identity.</param>
    /// <param name="language">The language it is drawn in.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FileNotFoundException">No such dossier was stored.</exception>
    public async Task<DossierContent> OfAsync(
        PlanLookup plan,
        string hash,
        Language language,
        Readers audience,
        CancellationToken cancellation
    )
    {
        var cycle = plan.Plan.Cycle;
        var dossier = await dossiers.GetAsync(cycle, hash, cancellation);
        var reader = new PageContext(language, dossier.CompiledAt, plan);
        return new DossierContent(reader, hash, dossier, audience)
        {
            StoredPiece = (piece, stop) => dossiers.GetPieceAsync(cycle, piece, stop),
            StoredFigures = (record, stop) => figures.GetAsync(plan, record, stop),
            StoredBelow = (view, stop) => figures.BelowAsync(plan, view, stop),
            StoredText = (part, sha256, stop) => texts.FindAsync(plan, part, sha256, stop),
        };
    }
}
