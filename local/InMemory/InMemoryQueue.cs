using System.Threading.Channels;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Local.InMemory;

/// <summary>A queue in memory: first in, first out.</summary>
public abstract class InMemoryQueue(TimeProvider clock)
{
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private readonly Queue<DateTimeOffset> since = new();
    private long putAside;

    /// <summary>Where the messages come out, each once.</summary>
    public ChannelReader<string> Messages => queue.Reader;

    /// <summary>Takes the next message, as after its last try.</summary>
    public async Task PutAsideAsync(CancellationToken cancellation = default)
    {
        await queue.Reader.ReadAsync(cancellation);
        Interlocked.Increment(ref putAside);
    }

    /// <summary>How it stands.</summary>
    public QueueState Look()
    {
        lock (since)
        {
            ForgetTaken();
            var oldest = since.TryPeek(out var first) ? clock.GetUtcNow() - first : TimeSpan.Zero;
            return new QueueState(oldest, since.Count, Interlocked.Read(ref putAside));
        }
    }

    /// <summary>The clock that tells how long a message waits.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Puts a message at the end.</summary>
    protected Task AddAsync(string message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (since)
        {
            ForgetTaken();
            since.Enqueue(clock.GetUtcNow());
            queue.Writer.TryWrite(message);
        }
        return Task.CompletedTask;
    }

    private void ForgetTaken()
    {
        while (since.Count > queue.Reader.Count)
        {
            since.Dequeue();
        }
    }
}
