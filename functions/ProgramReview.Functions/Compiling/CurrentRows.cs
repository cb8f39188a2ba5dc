using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;

namespace ProgramReview.Functions.Compiling;

/// <summary>
/// Reads how every assignment stands at this moment: the index says what there is, and the record whether there is more by now. Only streams
/// that went on are read.
/// </summary>
public sealed class CurrentRows(IEventStore record, IndexReader index, IRowWriter writer)
{
    private const int AtOnce = 32;

    /// <summary>The rows of all assignments.</summary>
    public async Task<Dictionary<AssignmentId, AssignmentRow>> ReadAsync(
        PlanLookup plan,
        CancellationToken cancellation
    )
    {
        var rows = new Dictionary<AssignmentId, AssignmentRow>();
        var known = index.AllAsync(plan, FanOutNode.Root, cancellation);
        await foreach (var some in known.Chunk(AtOnce).WithCancellation(cancellation))
        {
            foreach (var row in await Task.WhenAll(some.Select(NowAsync)))
            {
                rows.Add(row.Assignment, row);
            }
        }
        return rows;

        async Task<AssignmentRow> NowAsync(AssignmentRow row)
        {
            var stream = row.Assignment.Stream;
            if (await record.FindAsync(stream, row.Sequence + 1, cancellation) is null)
            {
                return row;
            }
            // Written too: figures follow from rows.
            var entries = await record.ReadAsync(stream, cancellation);
            await writer.WriteAsync(row.Assignment, entries, cancellation);
            return AssignmentRow.Of(row.Assignment, entries);
        }
    }
}
