using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Events;

/// <summary>The index as a table: a cycle's summaries in one partition, the cycles themselves in another.</summary>
internal sealed class TableCycleIndex(TableServiceClient tables) : ICycleIndex
{
    private const string Cycles = "cycles";
    private const string Looks = "looks";
    private const string LastOne = "last";
    private const string At = nameof(At);
    private const string IsUnfinished = nameof(IsUnfinished);
    private const string Summary = nameof(Summary);
    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public async Task PutAsync(AssignmentSummary summary, CancellationToken cancellation = default)
    {
        while (!await TryPutAsync(summary, cancellation)) { }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AssignmentSummary>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(cycle)}");
        var summaries = new List<AssignmentSummary>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            summaries.Add(Read(row));
        }
        return summaries;
    }

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

    // False if another writer came between the look and the write.
    private async Task<bool> TryPutAsync(AssignmentSummary summary, CancellationToken cancellation)
    {
        var row = new TableEntity(
            PartitionOf(summary.Assignment.Cycle),
            summary.Assignment.ToString()
        )
        {
            [Summary] = JsonSerializer.Serialize(summary),
        };
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            row.PartitionKey,
            row.RowKey,
            cancellationToken: cancellation
        );
        try
        {
            if (!found.HasValue)
            {
                await table.AddEntityAsync(row, cancellation);
            }
            else if (Read(found.Value!) is var there && there.Sequence <= summary.Sequence)
            {
                if (there != summary)
                {
                    await table.UpdateEntityAsync(
                        row,
                        found.Value!.ETag,
                        TableUpdateMode.Replace,
                        cancellation
                    );
                }
            }
            return true;
        }
        catch (RequestFailedException changed)
            when (changed.Status
                    is StatusCodes.Status409Conflict
                        or StatusCodes.Status412PreconditionFailed
            )
        {
            return false;
        }
    }

    private static string PartitionOf(CycleId cycle) => $"assignments|{cycle}";

    private static AssignmentSummary Read(TableEntity row) =>
        JsonSerializer.Deserialize<AssignmentSummary>(row.GetString(Summary))!;
}
