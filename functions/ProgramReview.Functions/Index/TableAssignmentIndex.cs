using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Index;

/// <summary>
/// The read models in the index table. One partition of a cycle holds the assignments' rows, keyed by node and id so that a node's are one query, and
/// the marks of changed nodes, so that row and marks are one transaction; those of figures by depth, the deepest first; another holds the nodes' rows, keyed by the node above.
/// </summary>
internal sealed partial class TableAssignmentIndex(TableServiceClient tables) : IAssignmentIndex
{
    private const string Row = nameof(Row);
    private const string Schema = nameof(Schema);
    private const string Stamp = "!";
    private const string EndOfMarks = "\"";
    private const int MostInTransaction = 100;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TableClient table = tables.GetTableClient(StorageNames.IndexTable);

    /// <inheritdoc/>
    public async Task PutAsync(
        AssignmentRow row,
        FanOutNode node,
        FigurePlace? figures = null,
        CancellationToken cancellation = default
    )
    {
        var text = JsonSerializer.Serialize(row, Json);
        // Before the first entry there is no row.
        var isNew = row.Sequence == 1;
        while (!await TryPutAsync(row, text, node, figures, isNew, cancellation))
        {
            isNew = false;
        }
    }

    /// <inheritdoc/>
    public async Task<AssignmentRow?> FindAsync(
        AssignmentId assignment,
        FanOutNode node,
        CancellationToken cancellation = default
    )
    {
        var found = await FindEntityAsync(
            PartitionOf(assignment.Cycle),
            RowsBelow.KeyOf(node, assignment),
            cancellation
        );
        return found is null ? null : ReadRow(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AssignmentRow> ListAsync(
        CycleId cycle,
        FanOutNode? node = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var partition = PartitionOf(cycle);
        var filter = node is null
            ? TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {EndOfFigureMarks}"
            )
            : TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {$"{node}|"} and RowKey lt {$"{node}}}"}"
            );
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            if (ReadRow(entity) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IndexState> GetStateAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    )
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(cycle)} and RowKey ge {Stamp} and RowKey lt {EndOfMarks}"
        );
        var isDrawn = false;
        var changed = new List<ChangedNode>();
        await foreach (
            var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
        )
        {
            if (entity.RowKey == Stamp)
            {
                isDrawn = IsCurrent(entity);
            }
            else
            {
                changed.Add(
                    new ChangedNode(
                        FanOutNode.Parse(entity.RowKey[Stamp.Length..], null),
                        entity.ETag.ToString()
                    )
                );
            }
        }
        return new IndexState(isDrawn, changed);
    }

    /// <inheritdoc/>
    public Task ClearAsync(
        CycleId cycle,
        IReadOnlyList<ChangedNode> changed,
        CancellationToken cancellation = default
    ) =>
        Task.WhenAll(
            changed.Select(async mark =>
            {
                try
                {
                    await table.DeleteEntityAsync(
                        PartitionOf(cycle),
                        MarkOf(mark.Node),
                        new ETag(mark.Version),
                        cancellation
                    );
                }
                catch (RequestFailedException marked)
                    when (marked.Status == StatusCodes.Status412PreconditionFailed)
                {
                    // It changed again: whoever looks next sees to it.
                }
            })
        );

    /// <inheritdoc/>
    public async Task<KeptNode> FindNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        CancellationToken cancellation = default
    )
    {
        var found = await FindEntityAsync(
            NodesOf(cycle),
            RowsBelow.KeyOf(parent, node),
            cancellation
        );
        return found is null
            ? new KeptNode(null, null)
            : new KeptNode(ReadNode(found), found.ETag.ToString());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<FanOutNode, NodeRow>> ListNodesAsync(
        CycleId cycle,
        FanOutNode parent,
        CancellationToken cancellation = default
    )
    {
        var nodes = new Dictionary<FanOutNode, NodeRow>();
        await foreach (
            var (below, entity) in RowsBelow.ListAsync(table, NodesOf(cycle), parent, cancellation)
        )
        {
            if (ReadNode(entity) is { } row)
            {
                nodes.Add(FanOutNode.Parse(below, null), row);
            }
        }
        return nodes;
    }

    /// <inheritdoc/>
    public async Task<bool> TryPutNodeAsync(
        CycleId cycle,
        FanOutNode? parent,
        FanOutNode node,
        NodeRow row,
        string? version,
        CancellationToken cancellation = default
    )
    {
        var entity = New(NodesOf(cycle), RowsBelow.KeyOf(parent, node));
        LongText.Write(
            entity,
            Row,
            PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(row, Json))
        );
        return await RowsBelow.TryPutAsync(table, entity, version, cancellation);
    }

    /// <inheritdoc/>
    public Task StampAsync(CycleId cycle, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(
            New(PartitionOf(cycle), Stamp),
            TableUpdateMode.Replace,
            cancellation
        );

    /// <inheritdoc/>
    public async Task DropAsync(CycleId cycle, CancellationToken cancellation = default)
    {
        // The stamp goes first, being the first key: whatever happens on the way, the rest is not relied on.
        foreach (var partition in (string[])[PartitionOf(cycle), NodesOf(cycle)])
        {
            var pages = table
                .QueryAsync<TableEntity>(
                    TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                    MostInTransaction,
                    [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey)],
                    cancellation
                )
                .AsPages();
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                if (page.Values.Count > 0)
                {
                    await table.SubmitTransactionAsync(
                        page.Values.Select(entity => new TableTransactionAction(
                            TableTransactionActionType.Delete,
                            entity,
                            ETag.All
                        )),
                        cancellation
                    );
                }
            }
        }
    }

    // False if another writer came between the look and the write.
    private async Task<bool> TryPutAsync(
        AssignmentRow row,
        string text,
        FanOutNode node,
        FigurePlace? figures,
        bool isNew,
        CancellationToken cancellation
    )
    {
        var entity = New(PartitionOf(row.Assignment.Cycle), RowsBelow.KeyOf(node, row.Assignment));
        LongText.Write(entity, Row, text);
        var found = isNew
            ? null
            : await FindEntityAsync(entity.PartitionKey, entity.RowKey, cancellation);
        var there = found is null ? null : ReadRow(found);
        if (
            there is not null
            && (there.Sequence > row.Sequence || LongText.Read(found!, Row) == text)
        )
        {
            return true;
        }
        List<TableTransactionAction> all =
        [
            found is not null
                ? new(TableTransactionActionType.UpdateReplace, entity, found.ETag)
                : new(TableTransactionActionType.Add, entity),
            new(TableTransactionActionType.UpsertReplace, New(entity.PartitionKey, MarkOf(node))),
        ];
        // Of a row in another schema nobody knows what it told.
        var isUnknown = found is not null && there is null;
        if (figures is not null && (isUnknown || !row.TellsFiguresOf(there)))
        {
            all.Add(
                new(
                    TableTransactionActionType.UpsertReplace,
                    New(entity.PartitionKey, MarkOf(figures))
                )
            );
        }
        try
        {
            await table.SubmitTransactionAsync(all, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (RowsBelow.IsChanged(changed))
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindEntityAsync(
        string partition,
        string key,
        CancellationToken cancellation
    )
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition,
            key,
            cancellationToken: cancellation
        );
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity New(string partition, string key) =>
        new(partition, key) { [Schema] = AssignmentRow.CurrentSchema };

    private static bool IsCurrent(TableEntity entity) =>
        entity.GetInt32(Schema) == AssignmentRow.CurrentSchema;

    private static AssignmentRow? ReadRow(TableEntity entity) =>
        IsCurrent(entity)
            ? JsonSerializer.Deserialize<AssignmentRow>(LongText.Read(entity, Row), Json)
            : null;

    private static NodeRow? ReadNode(TableEntity entity) =>
        IsCurrent(entity)
            ? JsonSerializer.Deserialize<NodeRow>(
                PackedText.Unpack(LongText.Read(entity, Row)),
                Json
            )
            : null;

    private static string PartitionOf(CycleId cycle) => $"rows|{cycle}";

    private static string NodesOf(CycleId cycle) => $"nodes|{cycle}";

    private static string MarkOf(FanOutNode node) => $"{Stamp}{node}";
}
