using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Figures;

/// <summary>The figures of one assignment: from its row, and from what the check has read of the annex that counts. It opens no file.</summary>
public sealed class FigureSource(IndexReader index, ContentFactsStore contents, ICheckQueue checks)
{
    /// <summary>The figures; null if what was read is lost: then the file is to be read again, and the queue of checks was asked.</summary>
    public async Task<ReportFigures?> FindAsync(
        PlanLookup plan,
        AssignmentId assignment,
        CancellationToken cancellation
    )
    {
        var row = await index.RowAsync(plan, assignment, cancellation);
        if (AnnexFigures.CountingOf(plan, row) is not { } counting)
        {
            return AnnexFigures.Of(plan, row, null);
        }
        var facts = await contents.FindNewestAsync(assignment, counting.Sha256, cancellation);
        if (facts is null && !AnnexFigures.WasNeverRead(row, counting))
        {
            await checks.EnqueueAsync(counting.BlobName, cancellation);
            return null;
        }
        return AnnexFigures.Of(plan, row, facts?.Annex);
    }
}
