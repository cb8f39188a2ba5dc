using ProgramReview.Core.Compiling;

namespace ProgramReview.Functions.Compiling;

/// <summary>Compares dossiers of a cycle: of two that are mostly the same only the pieces are read in which they differ.</summary>
public sealed class DossierComparison(DossierStore dossiers)
{
    /// <summary>What changed between two of them.</summary>
    public async Task<DossierChanges> BetweenAsync(
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
