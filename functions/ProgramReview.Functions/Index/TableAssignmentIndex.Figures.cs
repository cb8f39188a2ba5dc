using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Index;

/// <content>The marks of nodes whose figures changed.</content>
internal sealed partial class TableAssignmentIndex
{
    private const string FigureMarks = EndOfMarks;
    private const string EndOfFigureMarks = "#";
    private const string Proof = nameof(Proof);
    private const int Deepest = 9999;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FigureMark>> ListFigureMarksAsync(
        CycleId cycle,
        int? mostDepth = null,
        CancellationToken cancellation = default
    )
    {
        var from = mostDepth is { } depth ? LevelOf(depth) : FigureMarks;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {PartitionOf(cycle)} and RowKey ge {from} and RowKey lt {EndOfFigureMarks}"
        );
        var marks = new List<FigureMark>();
        await foreach (
            var entity in table
                .QueryAsync<TableEntity>(filter, MostInTransaction, cancellationToken: cancellation)
                .Take(MostInTransaction)
                .WithCancellation(cancellation)
        )
        {
            var mark = MarkOf(entity);
            if (marks.Count > 0 && marks[0].Place.Depth != mark.Place.Depth)
            {
                break;
            }
            marks.Add(mark);
        }
        return marks;
    }

    /// <inheritdoc/>
    public async Task MarkFiguresAsync(
        CycleId cycle,
        IReadOnlyList<FigurePlace> places,
        bool isProof = false,
        CancellationToken cancellation = default
    )
    {
        foreach (var some in places.Chunk(MostInTransaction))
        {
            List<TableEntity> marks =
            [
                .. some.Select(place => New(PartitionOf(cycle), MarkOf(place))),
            ];
            if (!isProof)
            {
                await table.SubmitTransactionAsync(
                    marks.Select(mark => new TableTransactionAction(
                        TableTransactionActionType.UpsertReplace,
                        mark
                    )),
                    cancellation
                );
                continue;
            }
            marks.ForEach(mark => mark[Proof] = true);
            try
            {
                await table.SubmitTransactionAsync(
                    marks.Select(mark => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        mark
                    )),
                    cancellation
                );
            }
            catch (RequestFailedException marked)
                when (marked.Status == StatusCodes.Status409Conflict)
            {
                // Some are marked: they stay as they are, and the others are marked one by one.
                foreach (var mark in marks)
                {
                    await InsertOnly.FindOrAddAsync(table, mark, cancellation);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryClearFigureAsync(
        CycleId cycle,
        FigureMark mark,
        CancellationToken cancellation = default
    )
    {
        try
        {
            await table.DeleteEntityAsync(
                PartitionOf(cycle),
                MarkOf(mark.Place),
                new ETag(mark.Version),
                cancellation
            );
            return true;
        }
        catch (RequestFailedException marked)
            when (marked.Status == StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private static string MarkOf(FigurePlace place) => $"{LevelOf(place.Depth)}{place.Node}";

    private static string LevelOf(int depth) =>
        FormattableString.Invariant($"{FigureMarks}{Deepest - depth:D4}|");

    private static FigureMark MarkOf(TableEntity entity)
    {
        var (depth, node) = (entity.RowKey[FigureMarks.Length..5], entity.RowKey[6..]);
        return new(
            new FigurePlace(
                FanOutNode.Parse(node, null),
                Deepest - int.Parse(depth, NumberStyles.None, CultureInfo.InvariantCulture)
            ),
            entity.GetBoolean(Proof) is true,
            entity.ETag.ToString()
        );
    }
}
