using Azure;
using Azure.Data.Tables;

namespace ProgramReview.Host.Tests.Storage;

/// <summary>Writes to storage one thing after the other, and knows what must be there because it was answered.</summary>
internal sealed class StorageWriter(int number)
{
    private const int RowsInBatch = 3;

    private readonly List<(int Step, bool Answered)> steps = [];
    private int firstOfLife;
    private string queue = "";

    /// <summary>Writes until storage is gone; says of every answer.</summary>
    public async Task WriteAsync(StorageLife life, int lives, Action answered)
    {
        firstOfLife = steps.Count;
        queue = $"q-{number}-{lives}";
        try
        {
            await life.Messages.CreateQueueAsync(queue);
            while (true)
            {
                var step = steps.Count;
                steps.Add((step, false));
                await DoAsync(life, step);
                steps[step] = (step, true);
                answered();
            }
        }
        catch (RequestFailedException)
        {
            // Storage was killed.
        }
    }

    /// <summary>Asserts that all that was answered is there as it was answered, and no batch in part.</summary>
    /// <param name="life">A later life.</param>
    /// <param name="all">Whether all lives are looked at or the last one.</param>
    /// <returns>How many answers were held against what is there.</returns>
    public async Task<int> CheckAsync(StorageLife life, bool all)
    {
        var count = 0;
        foreach (var (step, answered) in steps.Skip(all ? 0 : firstOfLife))
        {
            count += answered ? 1 : 0;
            var rows = await RowsAsync(life, step);
            switch (step % 5)
            {
                case 0 when answered:
                    var found = await life.Blobs.GetBlobClient(Name(step)).DownloadContentAsync();
                    Assert.Equal(Content(step), found.Value.Content.ToArray());
                    break;
                case 1:
                    Assert.True(rows.Count == RowsInBatch || (rows.Count == 0 && !answered));
                    break;
                case 2 when answered:
                    Assert.Empty(rows);
                    break;
                case 3 when answered && step >= firstOfLife:
                    var peeked = await life
                        .Messages.GetQueueClient(queue)
                        .PeekMessagesAsync(maxMessages: 32);
                    Assert.Contains(Name(step), peeked.Value.Select(one => one.MessageText));
                    break;
            }
        }

        if (
            steps.LastOrDefault(one => one is { Answered: true } && one.Step % 5 == 4) is
            { Step: > 0 } last
        )
        {
            var counter = await life.Rows.GetEntityAsync<TableEntity>(Partition, "counter");
            Assert.InRange(counter.Value.GetInt32("Value")!.Value, last.Step, steps.Count);
        }

        return count;
    }

    private string Partition => $"w{number}";

    private string Name(int step) => $"{Partition}-{step:D6}";

    private byte[] Content(int step)
    {
        var chance = new Random((number * 1_000_000) + step);
        var content = new byte[chance.Next(1, 200_000)];
        chance.NextBytes(content);
        return content;
    }

    private async Task DoAsync(StorageLife life, int step)
    {
        switch (step % 5)
        {
            case 0:
                await life.Blobs.UploadBlobAsync(Name(step), new BinaryData(Content(step)));
                break;
            case 1:
                await life.Rows.SubmitTransactionAsync(
                    Enumerable
                        .Range(0, RowsInBatch)
                        .Select(row => new TableTransactionAction(
                            TableTransactionActionType.Add,
                            new TableEntity(Partition, $"{Name(step)}-{row}")
                        ))
                );
                break;
            case 2:
                await life.Rows.AddEntityAsync(new TableEntity(Partition, $"{Name(step)}-0"));
                await life.Rows.DeleteEntityAsync(Partition, $"{Name(step)}-0");
                break;
            case 3:
                await life.Messages.GetQueueClient(queue).SendMessageAsync(Name(step));
                break;
            default:
                await life.Rows.UpsertEntityAsync(
                    new TableEntity(Partition, "counter") { ["Value"] = step }
                );
                break;
        }
    }

    private async Task<List<TableEntity>> RowsAsync(StorageLife life, int step) =>
        step % 5 is 1 or 2
            ? await life
                .Rows.QueryAsync<TableEntity>(row =>
                    row.PartitionKey == Partition
                    && row.RowKey.CompareTo($"{Name(step)}-") >= 0
                    && row.RowKey.CompareTo($"{Name(step)}-9") < 0
                )
                .ToListAsync()
            : [];
}
