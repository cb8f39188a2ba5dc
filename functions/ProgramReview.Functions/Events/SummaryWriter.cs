using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Draws an assignment's summary from its stream and puts it into the index; may be repeated at will.</summary>
public sealed class SummaryWriter(ICycleIndex index)
{
    /// <summary>Writes the summary of a stream that has at least one entry.</summary>
    public async Task WriteAsync(
        AssignmentId assignment,
        EventStream entries,
        CancellationToken cancellation
    )
    {
        if (entries.Count == 0)
        {
            return;
        }
        var last = entries[^1];
        var state = entries.Assignment;
        var summary = new AssignmentSummary(
            assignment,
            last.Sequence,
            state.Phase(last.RecordedAt),
            state.IsSettled,
            last.RecordedAt,
            last.Hash
        );
        await index.PutAsync(summary, cancellation);
    }
}
