using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Lists the reports of a dossier as they were when it was compiled, whatever came later. What it reads grows with what is shown, and what only
/// participants may read is not in it for others.
/// </summary>
public sealed class DossierReader(DossierStore dossiers)
{
    /// <summary>So many reports stand on a page of an exception.</summary>
    public const int MostOfAnException = 50;

    private const int MostAtFirst = 10;

    /// <summary>A page of all reports but the consolidated one: those of one piece.</summary>
    /// <param name="dossier">The dossier, with who reads it.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportPage> PageAsync(
        OpenDossier dossier,
        int page,
        CancellationToken cancellation
    )
    {
        var root = dossier.Root;
        var reports =
            page <= root.Pieces.Count
                ? await ReportsAsync(dossier, root.Pieces[page - 1], cancellation)
                : [];
        return new ReportPage(
            [
                .. reports
                    .Where(report => report.Assignment != root.Consolidated)
                    .Select(report => DossierLines.Of(dossier, report)),
            ],
            root.Totals.Reports - 1,
            page
        )
        {
            Last = root.Pieces.Count,
        };
    }

    /// <summary>Some reports, in the order asked for; those that the plan has not are left out.</summary>
    public async Task<IReadOnlyList<ReportLine>> LinesAsync(
        OpenDossier dossier,
        IEnumerable<AssignmentId> assignments,
        CancellationToken cancellation
    )
    {
        var lines = new List<ReportLine>();
        var places = assignments
            .Select(id => (Id: id, Piece: dossier.Root.PieceOf(dossier.Plan, id)))
            .Where(place => place.Piece is not null)
            .GroupBy(place => place.Piece!.Hash);
        foreach (var place in places)
        {
            var reports = await ReportsAsync(dossier, place.First().Piece!, cancellation);
            lines.AddRange(
                place.Select(one =>
                    DossierLines.Of(dossier, reports.First(report => report.Assignment == one.Id))
                )
            );
        }
        return lines;
    }

    /// <summary>The first reports of each exception that the audience reads of: those of the first piece that has some.</summary>
    /// <param name="dossier">The dossier, with who reads it.</param>
    /// <param name="path">Where all reports of an exception are listed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ExceptionGroup>> ExceptionsAsync(
        OpenDossier dossier,
        Func<DossierException, string> path,
        CancellationToken cancellation
    )
    {
        var pieces = new Dictionary<string, IReadOnlyList<DossierReport>>();
        var groups = new List<ExceptionGroup>();
        foreach (var kind in dossier.Exceptions)
        {
            var first = dossier.Root.With(kind, 0, 1).Pieces[0];
            if (!pieces.TryGetValue(first.Hash, out var reports))
            {
                pieces[first.Hash] = reports = await ReportsAsync(dossier, first, cancellation);
            }
            groups.Add(
                new ExceptionGroup(
                    kind,
                    dossier.Root.Totals.Of(kind),
                    Lines(dossier, reports, kind, 0, MostAtFirst),
                    path(kind)
                )
            );
        }
        return groups;
    }

    /// <summary>A page of the reports with an exception; null where the audience reads of none.</summary>
    /// <param name="dossier">The dossier, with who reads it.</param>
    /// <param name="kind">The exception.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ExceptionGroup?> ExceptionAsync(
        OpenDossier dossier,
        DossierException kind,
        int page,
        CancellationToken cancellation
    )
    {
        if (!dossier.Exceptions.Contains(kind))
        {
            return null;
        }
        var (pieces, skip) = dossier.Root.With(
            kind,
            (page - 1) * MostOfAnException,
            MostOfAnException
        );
        var reports = await dossiers
            .PiecesAsync(dossier.Root.Cycle, pieces, cancellation)
            .SelectMany(piece => piece.For(dossier.Audience).Reports)
            .ToListAsync(cancellation);
        return new ExceptionGroup(
            kind,
            dossier.Root.Totals.Of(kind),
            Lines(dossier, reports, kind, skip, MostOfAnException),
            Path: null
        );
    }

    private async Task<IReadOnlyList<DossierReport>> ReportsAsync(
        OpenDossier dossier,
        DossierPieceRef piece,
        CancellationToken cancellation
    ) =>
        (await dossiers.GetPieceAsync(dossier.Root.Cycle, piece, cancellation))
            .For(dossier.Audience)
            .Reports;

    private static IReadOnlyList<ReportLine> Lines(
        OpenDossier dossier,
        IEnumerable<DossierReport> reports,
        DossierException kind,
        int skip,
        int most
    ) =>
        [
            .. reports
                .Where(report => report.Said().Any(said => said.What == kind))
                .Skip(skip)
                .Take(most)
                .Select(report => DossierLines.Of(dossier, report)),
        ];
}
