using Azure.Data.Tables;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>The cycles in a partition of the index table, the last look in another.</summary>
internal sealed class TableCycleIndex(TableServiceClient tables) : ICycleIndex
{
    private const string Cycles = "cycles";
    private const string Looks = "looks";
    private const string LastOne = "last";
    private const string At = nameof(At);
    private const string IsUnfinished = nameof(IsUnfinished);
    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public Task PutCycleAsync(CycleId cycle, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(
            new TableEntity(Cycles, cycle.Value),
            TableUpdateMode.Replace,
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CycleId>> ListCyclesAsync(
        CancellationToken cancellation = default
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Cycles}");
        var cycles = new List<CycleId>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            cycles.Add(CycleId.Parse(row.RowKey, provider: null));
        }
        return cycles;
    }

    /// <inheritdoc/>
    public Task PutLastLookAsync(LastLook look, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(
            new TableEntity(Looks, LastOne)
            {
                [At] = look.SucceededAt,
                [IsUnfinished] = look.IsUnfinished,
            },
            TableUpdateMode.Replace,
            cancellation
        );

    /// <inheritdoc/>
    public async Task<LastLook> GetLastLookAsync(CancellationToken cancellation = default)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Looks,
            LastOne,
            cancellationToken: cancellation
        );
        return found.HasValue
            ? new LastLook(
                found.Value!.GetDateTimeOffset(At),
                found.Value.GetBoolean(IsUnfinished) ?? false
            )
            : new LastLook(null, IsUnfinished: false);
    }
}
