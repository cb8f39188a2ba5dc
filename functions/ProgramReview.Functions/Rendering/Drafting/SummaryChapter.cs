using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>What all reports add up to.</summary>
internal static class SummaryChapter
{
    /// <summary>The chapter.</summary>
    public static IAsyncEnumerable<FlowBlock> Of(DossierContent content)
    {
        var totals = content.Dossier.Totals;
        return FlowTable
            .Of(
                [
                    new(content.T("dossier.document.what"), 5),
                    new(content.T("status.findings.reports"), 1, IsNumber: true),
                ],
                [.. Lines(content, totals).Select(line => Row(content, line.What, line.Count))]
            )
            .Concat(Findings(content, totals))
            .ToAsyncEnumerable();
    }

    /// <summary>How many reports there are, in each phase, and of each exception.</summary>
    public static IEnumerable<(string What, int Count)> Lines(
        DossierContent content,
        DossierTotals totals
    ) =>
        totals
            .Phases.Select(phase => (Text.Word(content.Language, phase.Key), phase.Value))
            .Prepend((content.T("figures.total"), totals.Reports))
            .Concat(
                totals
                    .Exceptions.Where(one =>
                        !totals.Phases.Keys.Any(phase => ExceptionName.Of(phase) == one.Key)
                    )
                    .Select(one => (ExceptionsChapter.TitleOf(content, one.Key), one.Value))
            )
            .Append((content.T("dossier.document.close-calls"), totals.CloseCalls));

    private static IEnumerable<FlowBlock> Findings(DossierContent content, DossierTotals totals)
    {
        if (totals.Findings.Count == 0)
        {
            return [];
        }
        return FlowTable
            .Of(
                [
                    new(content.T("status.findings.kind"), 7),
                    new(content.T("status.findings.weight"), 4),
                    new(content.T("status.findings.reports"), 3, IsNumber: true),
                    new(content.T("status.findings.explained"), 4, IsNumber: true),
                    new(content.T("status.findings.unexplained"), 4, IsNumber: true),
                    new(content.T("status.findings.overruled"), 4, IsNumber: true),
                ],
                [
                    .. totals
                        .Findings.OrderByDescending(kind => kind.Severity)
                        .Select(kind => Row(content, kind)),
                ]
            )
            .Prepend(new FlowBlock.Heading(2, content.T("status.findings")));
    }

    private static FlowBlock.TableRow Row(DossierContent content, FindingCount kind) =>
        new([
            FindingText.Fault(content.Language, kind.Code),
            Text.Word(content.Language, kind.Severity),
            .. new[] { kind.Reports, kind.Explained, kind.Unexplained, kind.Overruled }.Select(
                count => Numbers.Show(content.Language, count)
            ),
        ]);

    private static FlowBlock.TableRow Row(DossierContent content, string what, int count) =>
        new([what, Numbers.Show(content.Language, count)]);
}
