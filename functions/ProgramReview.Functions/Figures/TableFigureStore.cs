using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Figures;

/// <summary>The rows of figures in the index table, a partition for each cycle, keyed by the node above so that those below a node are one query.</summary>
internal sealed class TableFigureStore(TableServiceClient tables) : IFigureStore
{
    private const string Hash = nameof(Hash);
    private const string Layout = nameof(Layout);
    private const string Shares = nameof(Shares);
    private const string FoundHere = nameof(FoundHere);
    private const string Found = nameof(Found);
    private const string Told = "!told";

    // A row takes half a million characters.
    private const int LongestShares = 400_000;

    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public async Task<FoundFigureRow> FindAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(cycle),
            $"{parent}|{node}",
            cancellationToken: cancellation
        );
        return found.HasValue
            ? new FoundFigureRow(Read(found.Value!), found.Value!.ETag.ToString())
            : new FoundFigureRow(null, null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<FanOutNode, FigureRow>> ListAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    )
    {
        var above = $"{parent}|";
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(cycle)} and RowKey ge {above} and RowKey lt {$"{parent}}}"}"
        );
        var rows = new Dictionary<FanOutNode, FigureRow>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            rows.Add(FanOutNode.Parse(entity.RowKey[above.Length..], null), Read(entity));
        }
        return rows;
    }

    /// <inheritdoc/>
    public async Task<bool> TryPutAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        FigureRow row,
        string? version,
        CancellationToken cancellation = default
    )
    {
        var entity = new TableEntity(PartitionOf(cycle), $"{parent}|{node}")
        {
            [Hash] = row.Hash,
            [Layout] = row.Layout,
            [FoundHere] = row.FoundHere,
            [Found] = JsonSerializer.Serialize(row.Found),
        };
        if (row.Shares is not null && Pack(row.Shares) is { Length: <= LongestShares } text)
        {
            LongText.Write(entity, Shares, text);
        }
        try
        {
            await (
                version is null
                    ? table.AddEntityAsync(entity, cancellation)
                    : table.UpdateEntityAsync(
                        entity,
                        new ETag(version),
                        TableUpdateMode.Replace,
                        cancellation
                    )
            );
            return true;
        }
        catch (RequestFailedException changed)
            when (changed.Status
                    is StatusCodes.Status404NotFound
                        or StatusCodes.Status409Conflict
                        or StatusCodes.Status412PreconditionFailed
            )
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<ToldFigures?> FindToldAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(cycle),
            Told,
            cancellationToken: cancellation
        );
        return found.HasValue
            ? JsonSerializer.Deserialize<ToldFigures>(found.Value!.GetString(Found))
            : null;
    }

    /// <inheritdoc/>
    public Task PutToldAsync(
        CycleId cycle,
        ToldFigures told,
        CancellationToken cancellation = default
    ) =>
        table.UpsertEntityAsync(
            new TableEntity(PartitionOf(cycle), Told) { [Found] = JsonSerializer.Serialize(told) },
            TableUpdateMode.Replace,
            cancellation
        );

    private static FigureRow Read(TableEntity entity) =>
        new(
            entity.GetString(Hash),
            entity.GetString(Layout),
            LongText.Read(entity, Shares) is { Length: > 0 } text ? Unpack(text) : null
        )
        {
            FoundHere = entity.GetInt32(FoundHere) ?? 0,
            Found = JsonSerializer.Deserialize<Dictionary<string, int>>(entity.GetString(Found))!,
        };

    private static string Pack(FigureShares shares)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(shares.ToBytes());
        }
        return Convert.ToBase64String(packed.ToArray());
    }

    private static FigureShares Unpack(string text)
    {
        using var zip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(text)),
            CompressionMode.Decompress
        );
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return FigureShares.FromBytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static string PartitionOf(CycleId cycle) => $"figures|{cycle}";
}
