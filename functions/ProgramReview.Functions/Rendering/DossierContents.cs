using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>Lays out stored dossiers for renderings.</summary>
public sealed class DossierContents(
    DossierStore dossiers,
    FigureReader figures,
    FigureFindings findings,
    ReportTexts texts
)
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

    /// <summary>The figures of a node as the dossier has them; null for one that is not in it, or where its reader does not read figures.</summary>
    public async Task<FigureView?> NodeAsync(
        DossierContent content,
        FanOutNode node,
        CancellationToken cancellation
    )
    {
        var tree = FigureTree.Of(content.Plan);
        var view = await content.WholeAsync(cancellation);
        if (view is null || (node != FanOutNode.Root && tree.ParentOf(node) is null))
        {
            return null;
        }
        foreach (var step in tree.PathFrom(node).Reverse().Skip(1))
        {
            if (view.Figures.Children.FirstOrDefault(child => child.Node == step) is not { } child)
            {
                return null;
            }
            view = (await figures.GetAsync(content.Plan, child.Hash, cancellation)).For(
                content.Audience
            );
        }
        return view;
    }

    /// <summary>Who is behind a total, in the plan's order.</summary>
    /// <param name="content">The dossier.</param>
    /// <param name="view">Whose total.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="after">The last node of the page before; null for the first page.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public IAsyncEnumerable<Contributor> ContributorsAsync(
        DossierContent content,
        FigureView view,
        int cell,
        FanOutNode? after,
        CancellationToken cancellation
    ) =>
        figures
            .ContributorsAsync(content.Plan, view, cell, after, cancellation)
            .Select(one => content.Audience == Readers.Everybody ? one.ForEverybody() : one);

    /// <summary>What does not go together in a node's figures, the heaviest first; of peers what was known of exactly these figures.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(
        DossierContent content,
        FigureView view,
        CancellationToken cancellation
    ) =>
        [
            .. FigureFindings
                .Of(
                    content.Plan,
                    view.Figures,
                    await findings.PeersAsync(
                        content.Dossier.Cycle,
                        content.Dossier.Figures!,
                        cancellation
                    )
                )
                .Select(finding => finding.ToFinding()),
        ];
}
