using System.Runtime.CompilerServices;

namespace ProgramReview.Functions.Forms.Flow;

/// <summary>Tables of rows that come one by one.</summary>
internal static class FlowTable
{
    /// <summary>The table; where no row comes, a line that says so.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="nothing">What stands there in place of a table without rows; null: nothing at all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async IAsyncEnumerable<FlowBlock> OfAsync(
        IReadOnlyList<FlowColumn> columns,
        IAsyncEnumerable<FlowBlock.TableRow> rows,
        string? nothing,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var isEmpty = true;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (isEmpty)
            {
                isEmpty = false;
                yield return new FlowBlock.TableStart(columns);
            }
            yield return row;
        }
        if (!isEmpty)
        {
            yield return new FlowBlock.TableEnd();
        }
        else if (nothing is not null)
        {
            yield return new FlowBlock.Line(FlowLook.Remark, nothing);
        }
    }

    /// <summary>The table of rows that are there; nothing where there are none.</summary>
    public static IEnumerable<FlowBlock> Of(
        IReadOnlyList<FlowColumn> columns,
        IReadOnlyCollection<FlowBlock.TableRow> rows
    ) =>
        rows.Count == 0
            ? []
            : [new FlowBlock.TableStart(columns), .. rows, new FlowBlock.TableEnd()];
}
