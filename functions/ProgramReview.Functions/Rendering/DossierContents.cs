using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>Lays out stored dossiers for renderings.</summary>
public sealed class DossierContents(DossierStore dossiers, FigureReader figures, ReportTexts texts)
{
    /// <summary>What a rendering of a dossier is drawn from.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="hash">The dossier's identity.</param>
    /// <param name="language">In whose language.</param>
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
        var root = await dossiers.GetAsync(cycle, hash, cancellation);
        return new DossierContent(
            new PageContext(language, root.CompiledAt, plan),
            hash,
            root,
            audience
        )
        {
            StoredPiece = (piece, stop) => dossiers.GetPieceAsync(cycle, piece, stop),
            StoredComments = stop => dossiers.CommentsAsync(root, stop),
            StoredFigures = (record, stop) => figures.GetAsync(plan, record, stop),
            StoredBelow = (view, stop) => figures.BelowAsync(plan, view, stop),
            StoredText = (part, sha256, stop) => texts.FindAsync(plan, part, sha256, stop),
        };
    }
}
