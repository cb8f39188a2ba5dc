using System.Runtime.CompilerServices;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>What was found in the versions that count, with what was asked and answered where the audience may read that.</summary>
internal static class FindingsChapter
{
    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        DraftLimits limits,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return new FlowBlock.Line(FlowLook.Remark, content.T("dossier.findings.intro"));
        var table = FlowTable.OfAsync(
            [
                new(content.T("status.findings.weight"), 3),
                new(content.T("status.findings.kind"), 10),
                new(content.T("dossier.document.places"), 2, IsNumber: true),
            ],
            RowsAsync(content, cancellation).Take(limits.Rows),
            content.T("status.findings.none"),
            cancellation
        );
        await foreach (var block in table)
        {
            yield return block;
        }
        var all =
            content.Dossier.Totals.WithFindings
            + content.Dossier.Totals.Findings.Sum(kind => kind.Reports);
        if (all > limits.Rows)
        {
            yield return ExceptionsChapter.Rest(content, all - limits.Rows);
        }
    }

    private static async IAsyncEnumerable<FlowBlock.TableRow> RowsAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var piece in content.Pieces(cancellation))
        {
            foreach (var report in piece.Reports.Where(report => report.Findings.Count > 0))
            {
                yield return new FlowBlock.TableRow([
                    DossierDraft.NameOf(content, report.Assignment),
                ]);
                foreach (var kind in report.Findings.OrderByDescending(kind => kind.Severity))
                {
                    yield return new FlowBlock.TableRow([
                        Text.Word(content.Language, kind.Severity),
                        string.Join(
                            '\n',
                            Answers(content, report, kind.Code)
                                .Prepend(FindingText.Fault(content.Language, kind.Code))
                        ),
                        Numbers.Show(content.Language, kind.Places),
                    ]);
                }
            }
        }
    }

    /// <summary>Each question of a kind with its answer.</summary>
    public static IEnumerable<string> Answers(
        DossierContent content,
        DossierReport report,
        string code
    )
    {
        foreach (var query in report.Queries.Where(query => query.Finding.Code == code))
        {
            var place = PlaceText.Show(
                content.Reader,
                query.Finding.Place,
                report.Assignment.ReportType
            );
            yield return $"{place} {FindingText.What(content.Reader, query.Finding)}".TrimStart();
            yield return AnswerTo(report, query) is { } answer
                ? $"“{answer.Text}” – {DossierDraft.PersonOf(content, answer.By ?? answer.Person ?? "")}"
                : content.T("status.findings.unexplained");
        }
    }

    private static AssignmentEvent.Explained? AnswerTo(DossierReport report, AskedQuery query) =>
        report.Explanations.LastOrDefault(answer =>
            answer.Finding == query.Finding.Key && answer.Part == query.Part
        );
}
