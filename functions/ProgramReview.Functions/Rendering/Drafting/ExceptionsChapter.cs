using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>Who was late, missing, exempt or extended, whose file was admitted, corrected or opened again, and why.</summary>
internal static class ExceptionsChapter
{
    /// <summary>What is told here; of queries the chapter of findings tells.</summary>
    public static readonly IReadOnlyList<DossierException> Kinds =
    [
        DossierException.Late,
        DossierException.Missing,
        DossierException.Exempt,
        DossierException.Extended,
        DossierException.Admitted,
        DossierException.Corrected,
        DossierException.OnBehalf,
        DossierException.Reopened,
        DossierException.Overruled,
    ];

    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        DraftLimits limits,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var there = Kinds.Where(kind => content.Dossier.Totals.Of(kind) > 0).ToList();
        if (there.Count == 0)
        {
            yield return new FlowBlock.Line(FlowLook.Remark, content.T("dossier.no-exceptions"));
        }
        foreach (var kind in there)
        {
            var count = content.Dossier.Totals.Of(kind);
            yield return new FlowBlock.Heading(
                2,
                $"{TitleOf(content, kind)} ({Numbers.Show(content.Language, count)})"
            );
            var table = FlowTable.OfAsync(
                [
                    new(content.T("table.body"), 4),
                    new(content.T("receipt.report"), 3),
                    new(content.T("dossier.document.why"), 8),
                ],
                RowsAsync(content, kind, cancellation).Take(limits.Rows),
                nothing: null,
                cancellation
            );
            await foreach (var block in table)
            {
                yield return block;
            }
            if (count > limits.Rows)
            {
                yield return Rest(content, count - limits.Rows);
            }
        }
    }

    /// <summary>That a list goes on elsewhere.</summary>
    /// <param name="content">The dossier.</param>
    /// <param name="count">How much of it.</param>
    public static FlowBlock Rest(DossierContent content, int count) =>
        new FlowBlock.Line(
            FlowLook.Remark,
            content.T("dossier.document.rest", Numbers.Show(content.Language, count))
        );

    /// <summary>What reports of an exception are headed by.</summary>
    public static string TitleOf(DossierContent content, DossierException kind) =>
        content.T($"{Text.Key(kind)}.title");

    private static async IAsyncEnumerable<FlowBlock.TableRow> RowsAsync(
        DossierContent content,
        DossierException kind,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports)
            {
                var said = ExceptionWords.Of(content, report, kind).ToList();
                if (said.Count > 0)
                {
                    yield return new FlowBlock.TableRow([
                        content.Plan.Body(report.Assignment.Body).Name.In(content.Language),
                        content
                            .Plan.ReportType(report.Assignment.ReportType)
                            .Brief.In(content.Language),
                        string.Join('\n', said),
                    ]);
                }
            }
        }
    }
}
