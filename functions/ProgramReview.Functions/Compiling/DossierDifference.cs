using ProgramReview.Core.Compiling;
using ProgramReview.Core.Figures;

namespace ProgramReview.Functions.Compiling;

/// <summary>What a dossier says otherwise than one before it, figures too.</summary>
/// <param name="Reports">Reports replaced, and exceptions come and gone.</param>
/// <param name="Totals">The totals of the whole that changed.</param>
/// <param name="Words">The words of bodies by which they did, in the plan's order: a page of them.</param>
/// <param name="HasMore">Whether more words changed.</param>
public sealed record DossierDifference(
    DossierChanges Reports,
    IReadOnlyList<FigureDifference> Totals,
    IReadOnlyList<FigureDifference> Words,
    bool HasMore = false
)
{
    /// <summary>Of a first dossier, or one that says the same.</summary>
    public static readonly DossierDifference None = new(DossierChanges.None, [], []);

    /// <summary>The words by which a total changed, as far as they are here.</summary>
    public IEnumerable<FigureDifference> Behind(FigureDifference total) =>
        Words.Where(word => word.Cell == total.Cell);
}
