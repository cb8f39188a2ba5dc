using System.Runtime.CompilerServices;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms.Flow;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>The figures of the whole and of the nodes directly below it.</summary>
internal static class FiguresChapter
{
    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        yield return new FlowBlock.Line(FlowLook.Remark, content.T("figures.intro"));
        foreach (
            var block in FigureFlow.Of(content.Reader, await ViewsAsync(content, cancellation))
        )
        {
            yield return block;
        }
    }

    /// <summary>The whole, then the nodes directly below it: at most a hundred.</summary>
    public static async Task<IReadOnlyList<FigureView>> ViewsAsync(
        DossierContent content,
        CancellationToken cancellation
    ) =>
        await content.WholeAsync(cancellation) is { } whole
            ? [whole, .. await content.Below(whole, cancellation).ToListAsync(cancellation)]
            : [];
}
