using System.Runtime.CompilerServices;
using ProgramReview.Functions.Forms.Flow;
using ProgramReview.Functions.Narrative;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>The report that sums all others up, section by section.</summary>
internal static class ConsolidatedChapter
{
    /// <summary>Whether the audience may read any of it.</summary>
    public static bool IsShown(DossierContent content) =>
        DossierDraft.ShowsTextOf(
            content,
            content.Plan.ReportType(content.Dossier.Consolidated.ReportType)
        );

    /// <summary>The chapter.</summary>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        DossierContent content,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var isThere = false;
        await foreach (var piece in content.Pieces(cancellation))
        {
            var report = piece.Reports.FirstOrDefault(one =>
                one.Assignment == content.Dossier.Consolidated
            );
            if (report is null)
            {
                continue;
            }
            foreach (var (part, file) in TextsChapter.FilesOf(content, report))
            {
                var text = await content.TextAsync(part, file.Sha256, cancellation);
                foreach (var section in text?.Sections ?? [])
                {
                    isThere = true;
                    yield return new FlowBlock.Heading(
                        2,
                        TextPlace.SectionOf(
                            content.Reader,
                            part.Assignment.ReportType,
                            section.Code
                        )
                    );
                    foreach (var line in TextsChapter.Lines(content, part, file, section))
                    {
                        yield return line;
                    }
                }
            }
            break;
        }
        if (!isThere)
        {
            yield return new FlowBlock.Line(FlowLook.Remark, content.T("material.nothing"));
        }
    }
}
