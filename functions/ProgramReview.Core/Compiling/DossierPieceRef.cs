namespace ProgramReview.Core.Compiling;

/// <summary>A piece of a dossier as its root names it: who looks for late reports reads only the pieces that have some.</summary>
/// <param name="Hash">The piece's SHA-256, lower-case hexadecimal.</param>
/// <param name="Totals">What its reports add up to.</param>
public sealed record DossierPieceRef(string Hash, DossierTotals Totals)
{
    /// <summary>How the root names a piece.</summary>
    public static DossierPieceRef Of(DossierPiece piece) =>
        new(piece.Hash(), DossierTotals.Of(piece.Reports));
}
