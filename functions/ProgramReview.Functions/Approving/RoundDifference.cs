using ProgramReview.Functions.Compiling;

namespace ProgramReview.Functions.Approving;

/// <summary>What the dossier of a round says otherwise than that of the round before.</summary>
/// <param name="Since">The number of the round before; null for the first.</param>
/// <param name="Parts">The parts that changed, or were to change.</param>
/// <param name="Dossier">All that changed.</param>
public sealed record RoundDifference(
    int? Since,
    IReadOnlyList<AskedChange> Parts,
    DossierDifference Dossier
)
{
    /// <summary>Of a first round.</summary>
    public static readonly RoundDifference None = new(null, [], DossierDifference.None);

    /// <summary>How many there are to be told.</summary>
    public int Count => Parts.Count + Dossier.Totals.Count + Dossier.Reports.Exceptions.Count;
}
