using ProgramReview.Core.Compiling;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Compares dossiers of a cycle from their manifests alone: of two that are mostly the same only the pieces and figures are read in which they differ.
/// </summary>
public sealed class DossierComparison(DossierStore dossiers, FigureDiff figures)
{
    /// <summary>So many words of bodies stand on a page.</summary>
    public const int MostWords = 100;

    /// <summary>What changed between two of them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="before">The hash of the former.</param>
    /// <param name="now">The hash of the newer.</param>
    /// <param name="page">Which page of the words of bodies, from 1.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DossierDifference> BetweenAsync(
        PlanLookup plan,
        string before,
        string now,
        int page,
        CancellationToken cancellation
    )
    {
        if (before == now)
        {
            return DossierDifference.None;
        }
        var then = await dossiers.GetAsync(plan.Plan.Cycle, before, cancellation);
        var today = await dossiers.GetAsync(plan.Plan.Cycle, now, cancellation);
        var words = await figures
            .WordsAsync(plan, then.Figures, today.Figures, cancellation)
            .Skip((page - 1) * MostWords)
            .Take(MostWords + 1)
            .ToListAsync(cancellation);
        return new DossierDifference(
            await BetweenAsync(then, today, cancellation),
            await figures.TotalsAsync(plan, then.Figures, today.Figures, cancellation),
            [.. words.Take(MostWords)],
            words.Count > MostWords
        );
    }

    private async Task<DossierChanges> BetweenAsync(
        Dossier before,
        Dossier now,
        CancellationToken cancellation
    )
    {
        var changes = DossierChanges.None;
        foreach (var place in DossierChanges.Places(before, now))
        {
            changes = changes.With(
                DossierChanges.Between(
                    await dossiers.GetPieceAsync(before.Cycle, place.Before, cancellation),
                    await dossiers.GetPieceAsync(now.Cycle, place.Now, cancellation)
                )
            );
        }
        return changes;
    }
}
