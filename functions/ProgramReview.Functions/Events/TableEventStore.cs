using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>The record as a table: one row per entry, inserted and never changed, its key made of the sequence number.</summary>
internal sealed class TableEventStore(TableServiceClient tables, IEntropy entropy) : IEventStore
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.RecordTable);

    /// <inheritdoc/>
    public async Task<EventStream> ReadAsync(
        StreamId stream,
        CancellationToken cancellation = default
    )
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {stream.Value} and RowKey ge {EventRow.First} and RowKey lt {EventRow.End}"
        );
        var entries = new List<Entry>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            entries.Add(EventRow.Read(stream, row));
        }
        return new EventStream(stream, entries);
    }

    /// <inheritdoc/>
    public async Task<Entry?> FindAsync(
        StreamId stream,
        long sequence,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            stream.Value,
            EventRow.KeyOf(sequence),
            cancellationToken: cancellation
        );
        return found.HasValue ? EventRow.Read(stream, found.Value!) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Entry> ReadAllAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        foreach (var entry in await ReadAsync(cycle.Stream, cancellation))
        {
            yield return entry;
        }
        // An assignment's id is the cycle's, a full stop, and more; the slash comes next to it in the order of characters.
        var (from, to) = ($"{cycle}.", $"{cycle}/");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey gt {from} and PartitionKey lt {to} and RowKey ge {EventRow.First} and RowKey lt {EventRow.End}"
        );
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            yield return EventRow.Read(StreamId.Parse(row.PartitionKey, null), row);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation = default)
    {
        EntrySize.Check(entry);
        var mark = AttemptMark.Next(entropy);
        var row = EventRow.Write(entry);
        row[AttemptMark.Name] = mark;
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException taken)
            when (taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            TableEntity there = await table.GetEntityAsync<TableEntity>(
                row.PartitionKey,
                row.RowKey,
                [AttemptMark.Name],
                cancellation
            );
            return there.GetString(AttemptMark.Name) == mark;
        }
    }
}
