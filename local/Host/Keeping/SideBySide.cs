namespace ProgramReview.Local.Host.Keeping;

/// <summary>Many small writes, some at a time: storage is far away, and none of them waits for another.</summary>
internal sealed class SideBySide(CancellationToken cancellation)
{
    private const int AtOnce = 16;
    private const int MostWaiting = 512;
    private readonly List<Func<CancellationToken, Task>> waiting = [];

    /// <summary>Takes the next write; when many wait, all are done before it returns.</summary>
    public async ValueTask AddAsync(Func<CancellationToken, Task> write)
    {
        waiting.Add(write);
        if (waiting.Count >= MostWaiting)
        {
            await FinishAsync();
        }
    }

    /// <summary>Does all that waits.</summary>
    public async Task FinishAsync()
    {
        await Parallel.ForEachAsync(
            waiting,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = cancellation,
            },
            async (write, stop) => await write(stop)
        );
        waiting.Clear();
    }
}
