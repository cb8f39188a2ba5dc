using System.Text.Json;
using Azure.Data.Tables;
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
            RowsBelow.KeyOf(parent, node),
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
        var rows = new Dictionary<FanOutNode, FigureRow>();
        await foreach (
            var (below, row) in RowsBelow.ListAsync(table, PartitionOf(cycle), parent, cancellation)
        )
        {
            rows.Add(FanOutNode.Parse(below, null), Read(row));
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
        var entity = new TableEntity(PartitionOf(cycle), RowsBelow.KeyOf(parent, node))
        {
            [Hash] = row.Hash,
            [Layout] = row.Layout,
            [FoundHere] = row.FoundHere,
            [Found] = JsonSerializer.Serialize(row.Found),
        };
        if (
            row.Shares is not null
            && PackedText.Pack(row.Shares.ToBytes()) is { Length: <= LongestShares } text
        )
        {
            LongText.Write(entity, Shares, text);
        }
        return await RowsBelow.TryPutAsync(table, entity, version, cancellation);
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
            LongText.Read(entity, Shares) is { Length: > 0 } text
                ? FigureShares.FromBytes(PackedText.Unpack(text))
                : null
        )
        {
            FoundHere = entity.GetInt32(FoundHere) ?? 0,
            Found = JsonSerializer.Deserialize<Dictionary<string, int>>(entity.GetString(Found))!,
        };

    private static string PartitionOf(CycleId cycle) => $"figures|{cycle}";
}
