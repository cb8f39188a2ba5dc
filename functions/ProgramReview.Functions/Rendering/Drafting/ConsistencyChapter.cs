using System.Runtime.CompilerServices;
using ProgramReview.Core.Figures.Consistency;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>What does not go together in the figures of the whole and of the nodes directly below it.</summary>
internal static class ConsistencyChapter
{
    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var views = await FiguresChapter.ViewsAsync(content, cancellation);
        var rows = views
            .SelectMany(view =>
                FindingsOf(content, view).Select(finding => Row(content, view, finding))
            )
            .ToAsyncEnumerable();
        var table = FlowTable.OfAsync(
            [
                new(content.T("table.body"), 4),
                new(content.T("status.findings.weight"), 2),
                new(content.T("dossier.document.finding"), 9),
            ],
            rows,
            content.T("dossier.document.consistent"),
            cancellation
        );
        await foreach (var block in table)
        {
            yield return block;
        }
    }

    /// <summary>What is found about a node by what its own record says.</summary>
    public static IReadOnlyList<ConsistencyFinding> FindingsOf(
        DossierContent content,
        FigureView view
    ) => FigureFindings.Of(content.Plan, view.Figures, []);

    private static FlowBlock.TableRow Row(
        DossierContent content,
        FigureView view,
        ConsistencyFinding finding
    ) =>
        new([
            FigureWords.NameOf(content.Plan, view.Node, content.Language),
            Text.Word(content.Language, finding.Severity),
            WordsOf(content, finding),
        ]);

    /// <summary>A finding in words: where, and what.</summary>
    public static string WordsOf(DossierContent content, ConsistencyFinding finding)
    {
        var told = finding.ToFinding();
        return $"{PlaceText.Show(content.Reader, told.Place)}: {FindingText.What(content.Reader, told)}";
    }
}
