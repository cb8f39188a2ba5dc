using Azure.Data.Tables;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>
/// Notes in storage that a cycle is being written back or taken out, and from which export, so that a run that was cut off is known as such and
/// taken up by nobody but its like.
/// </summary>
internal sealed class UnfinishedWork(TableServiceClient tables)
{
    private const string Partition = "keeping";
    private const string What = nameof(What);
    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <summary>What is under way for a cycle, or null.</summary>
    public async Task<string?> FindAsync(CycleId cycle, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            cycle.Value,
            cancellationToken: cancellation
        );
        return row.HasValue ? row.Value!.GetString(What) : null;
    }

    /// <summary>Notes what begins.</summary>
    public async Task BeginAsync(CycleId cycle, string what, CancellationToken cancellation) =>
        await table.UpsertEntityAsync(
            new TableEntity(Partition, cycle.Value) { [What] = what },
            TableUpdateMode.Replace,
            cancellation
        );

    /// <summary>Forgets it.</summary>
    public async Task EndAsync(CycleId cycle, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(Partition, cycle.Value, cancellationToken: cancellation);
}
