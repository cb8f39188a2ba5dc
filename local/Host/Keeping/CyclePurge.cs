using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>
/// Takes everything of a cycle out of storage: blobs first, since storage may refuse them, then the rows. Each step deletes what it finds, so a
/// run that was cut off is simply repeated.
/// </summary>
internal sealed class CyclePurge(
    CyclePlaces places,
    TableServiceClient tables,
    BlobServiceClient blobs,
    IPurgedCycles purged
)
{
    // A transaction of a table takes no more.
    private const int MostInTransaction = 100;

    /// <summary>
    /// Deletes the blobs, the newest first: what a time policy holds longest is tried before anything else is gone.
    /// </summary>
    /// <exception cref="HeldBlobException">A policy or a hold forbids it.</exception>
    public async Task DeleteBlobsAsync(CycleId cycle, CancellationToken cancellation)
    {
        var gone = 0L;
        foreach (var container in StorageNames.Containers)
        {
            var found = await places
                .BlobsAsync(container, cycle, cancellation)
                .OrderByDescending(blob => blob.Properties.LastModified)
                .ToListAsync(cancellation);
            foreach (var blob in found)
            {
                try
                {
                    await DeleteAsync(
                        blobs.GetBlobContainerClient(container).GetBlobClient(blob.Name),
                        cancellation
                    );
                    gone++;
                }
                catch (RequestFailedException held)
                    when (held.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy)
                {
                    throw new HeldBlobException(
                        $"{container}/{blob.Name}",
                        blob.Properties.LastModified,
                        gone,
                        held
                    );
                }
            }
        }
    }

    /// <summary>Deletes the rows, what makes the cycle visible first, and notes that its processes have to go.</summary>
    public async Task DeleteRowsAsync(CycleId cycle, CancellationToken cancellation)
    {
        await purged.AddAsync(cycle, cancellation);
        string[] first = [StorageNames.IndexTable, StorageNames.RecordTable];
        foreach (var table in first.Concat(StorageNames.Tables.Except(first)))
        {
            await DeleteRowsAsync(table, cycle, cancellation);
        }
    }

    /// <summary>Deletes a cycle's rows of one table.</summary>
    public async Task DeleteRowsAsync(string table, CycleId cycle, CancellationToken cancellation)
    {
        var client = tables.GetTableClient(table);
        var rows = await places.RowsAsync(table, cycle, cancellation).ToListAsync(cancellation);
        var writes = new SideBySide(cancellation);
        // The cycle's own chain comes before those of its reports, and its first entry before all.
        var parts = rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (
                var some in part.OrderBy(row => row.RowKey, StringComparer.Ordinal)
                    .Chunk(MostInTransaction)
            )
            {
                await writes.AddAsync(stop => DeleteAsync(client, some, stop));
                if (part.Key == cycle.Value)
                {
                    await writes.FinishAsync();
                }
            }
        }
        await writes.FinishAsync();
    }

    private static async Task DeleteAsync(
        TableClient table,
        IEnumerable<TableEntity> rows,
        CancellationToken cancellation
    ) =>
        await table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(row.PartitionKey, row.RowKey),
                ETag.All
            )),
            cancellation
        );

    private async Task DeleteAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                cancellationToken: cancellation
            );
        }
        catch (RequestFailedException leased)
            when (leased.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            await blob.GetBlobLeaseClient()
                .BreakAsync(TimeSpan.Zero, cancellationToken: cancellation);
            await blob.DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots,
                cancellationToken: cancellation
            );
        }
        // An account that keeps versions has made one of what was deleted.
        var versions = blobs
            .GetBlobContainerClient(blob.BlobContainerName)
            .GetBlobsAsync(BlobTraits.None, BlobStates.Version, blob.Name, cancellation);
        await foreach (var version in versions)
        {
            if (version.Name == blob.Name && version.VersionId is { } id)
            {
                await blob.WithVersion(id).DeleteIfExistsAsync(cancellationToken: cancellation);
            }
        }
    }
}
