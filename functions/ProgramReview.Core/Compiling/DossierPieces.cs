using ProgramReview.Core.Events;

namespace ProgramReview.Core.Compiling;

/// <summary>The pieces of a dossier while it is compiled, one after the other: what its root tells of them.</summary>
/// <param name="Refs">The pieces, in the plan's order.</param>
/// <param name="Closest">The judgements of all that were closest to an instant, the closest first.</param>
public sealed record DossierPieces(
    IReadOnlyList<DossierPieceRef> Refs,
    IReadOnlyList<FairnessLine> Closest
)
{
    /// <summary>So many of the closest judgements stand in the root; the pieces have all.</summary>
    public const int MostClosest = 50;

    /// <summary>Before the first.</summary>
    public static readonly DossierPieces None = new([], []);

    /// <summary>With one more.</summary>
    public DossierPieces With(DossierPiece piece) =>
        new(
            [.. Refs, DossierPieceRef.Of(piece)],
            [
                .. Closest
                    .Concat(piece.Reports.SelectMany(report => report.CloseCalls))
                    .OrderBy(line => line.Distance.Duration())
                    .Take(MostClosest),
            ]
        );
}
