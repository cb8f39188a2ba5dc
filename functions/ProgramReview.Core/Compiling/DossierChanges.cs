using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>What a dossier says otherwise than one before it, from their manifests alone.</summary>
/// <param name="Parts">The parts for which another file counts, in the plan's order.</param>
/// <param name="Exceptions">What came and went beside that, in the plan's order.</param>
public sealed record DossierChanges(
    IReadOnlyList<PartChange> Parts,
    IReadOnlyList<ExceptionChange> Exceptions
)
{
    /// <summary>Of a first dossier, or one that says the same.</summary>
    public static readonly DossierChanges None = new([], []);

    /// <summary>How many there are.</summary>
    public int Count => Parts.Count + Exceptions.Count;

    /// <summary>The places in which two dossiers of a cycle have other pieces: what stands in the others has not changed.</summary>
    public static IEnumerable<(DossierPieceRef Before, DossierPieceRef Now)> Places(
        Dossier before,
        Dossier now
    ) => before.Pieces.Zip(now.Pieces).Where(place => place.First.Hash != place.Second.Hash);

    /// <summary>What changed between the pieces in one place of two dossiers.</summary>
    public static DossierChanges Between(DossierPiece before, DossierPiece now)
    {
        var former = before.Reports.ToDictionary(report => report.Assignment);
        return new(
            [.. now.Reports.SelectMany(report => PartsOf(former[report.Assignment], report))],
            [.. now.Reports.SelectMany(report => ExceptionsOf(former[report.Assignment], report))]
        );
    }

    /// <summary>With what changed in a later place.</summary>
    public DossierChanges With(DossierChanges more) =>
        new([.. Parts, .. more.Parts], [.. Exceptions, .. more.Exceptions]);

    private static IEnumerable<PartChange> PartsOf(DossierReport before, DossierReport now) =>
        from part in now.Parts
        let former = before.Parts.FirstOrDefault(one => one.Code == part.Code)?.Counting
        where former?.BlobName != part.Counting?.BlobName
        select new PartChange(new PartId(now.Assignment, part.Code), former, part.Counting);

    private static IEnumerable<ExceptionChange> ExceptionsOf(
        DossierReport before,
        DossierReport now
    )
    {
        var (then, today) = (before.Said().ToList(), now.Said().ToList());
        return today
            .Except(then)
            .Select(said => new ExceptionChange(now.Assignment, said.What, HasCome: true))
            .Concat(
                then.Except(today)
                    .Select(said => new ExceptionChange(now.Assignment, said.What, HasCome: false))
            );
    }
}
