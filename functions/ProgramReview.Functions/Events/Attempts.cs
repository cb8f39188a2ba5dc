using System.Collections.Concurrent;

namespace ProgramReview.Functions.Events;

/// <summary>Tries several things; one that fails does not keep the others back, and none is forgotten.</summary>
internal sealed class Attempts(CancellationToken cancellation)
{
    private const int AtOnce = 8;
    private readonly ConcurrentQueue<Exception> failures = [];

    /// <summary>Tries one thing.</summary>
    public async Task TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            failures.Enqueue(failure);
        }
    }

    /// <summary>Tries one thing for each of many, a few at a time, so that a slow one does not hold up the others.</summary>
    public async Task EachAsync<T>(IAsyncEnumerable<T> many, Func<T, Task> attempt)
    {
        var running = new List<Task>();
        await foreach (var one in many.WithCancellation(cancellation))
        {
            if (running.Count == AtOnce)
            {
                running.Remove(await Task.WhenAny(running));
            }
            running.Add(TryAsync(() => attempt(one)));
        }
        await Task.WhenAll(running);
    }

    /// <summary>Says what failed, once all were tried.</summary>
    /// <exception cref="AggregateException">Some failed; all may be tried again.</exception>
    public void ThrowIfAnyFailed()
    {
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }
}
