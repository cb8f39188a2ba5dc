using Azure.Data.Tables;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>The notes as rows of the index.</summary>
internal sealed class TablePurgedCycles(TableServiceClient tables) : IPurgedCycles
{
    private const string Partition = "purged";
    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public async Task AddAsync(CycleId cycle, CancellationToken cancellation = default) =>
        await table.UpsertEntityAsync(
            new TableEntity(Partition, cycle.Value),
            TableUpdateMode.Replace,
            cancellation
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CycleId>> ListAsync(CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
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
    public async Task RemoveAsync(CycleId cycle, CancellationToken cancellation = default) =>
        await table.DeleteEntityAsync(Partition, cycle.Value, cancellationToken: cancellation);
}
