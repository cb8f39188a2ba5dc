using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>All reports: how each stood to time, and which versions count.</summary>
internal static class ReportsChapter
{
    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        DraftLimits limits,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return new FlowBlock.Line(
            FlowLook.Remark,
            content.T("frame.zone", InstantText.Zone(content.Reader))
        );
        var rows = content
            .Pieces(cancellation)
            .SelectMany(piece => piece.Reports.ToAsyncEnumerable())
            .Select(report => Row(content, report));
        var table = FlowTable.OfAsync(
            [
                new(content.T("table.body"), 4),
                new(content.T("receipt.report"), 4),
                new(content.T("table.state"), 3),
                new(content.T("table.received"), 3),
                new(content.T("dossier.document.versions"), 5),
            ],
            rows.Take(limits.Rows),
            content.T("table.none"),
            cancellation
        );
        await foreach (var block in table)
        {
            yield return block;
        }
        if (content.Dossier.Totals.Reports > limits.Rows)
        {
            yield return ExceptionsChapter.Rest(
                content,
                content.Dossier.Totals.Reports - limits.Rows
            );
        }
    }

    private static FlowBlock.TableRow Row(DossierContent content, DossierReport report) =>
        new([
            content.Plan.Body(report.Assignment.Body).Name.In(content.Language),
            content.Plan.ReportType(report.Assignment.ReportType).Brief.In(content.Language),
            Text.Word(content.Language, report.Phase),
            report.Deciding is { } file
                ? InstantText.Brief(content.Reader, file.Committed)
                : content.T("table.none"),
            VersionsOf(content, report),
        ]);

    private static string VersionsOf(DossierContent content, DossierReport report)
    {
        var versions = report
            .Parts.Where(part => part.Counting is not null)
            .Select(part =>
            {
                var hash = part.Counting!.Sha256[..12];
                return
                    PartText.Name(content.Reader, report.Assignment.ReportType, part.Code)
                        is { } name
                    ? $"{name}: {hash}"
                    : hash;
            })
            .ToList();
        return versions.Count == 0 ? content.T("table.none") : string.Join('\n', versions);
    }
}
