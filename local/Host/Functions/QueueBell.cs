using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ProgramReview.Local.Host.Functions;

/// <summary>
/// Hears what this process puts into queues, so that nobody waits for the next look. What others put there, or hid for a while, is found by looking.
/// </summary>
internal sealed class QueueBell : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> bells = new(
        StringComparer.Ordinal
    );

    /// <inheritdoc/>
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (
            message.Request.Method == RequestMethod.Post
            && !message.Response.IsError
            && message.Request.Uri.Path.Split('/') is [.., var queue, "messages"]
        )
        {
            Ring(queue);
        }
    }

    /// <summary>Something was put into a queue.</summary>
    public void Ring(string queue) => Of(queue).Release();

    /// <summary>Waits for something to be put into a queue, at most so long; what was heard before is heard at once.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="most">The time after which it is looked anyway.</param>
    /// <param name="wall">Whose time.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether it was heard.</returns>
    public async Task<bool> HearAsync(
        string queue,
        TimeSpan most,
        TimeProvider wall,
        CancellationToken stop
    )
    {
        var bell = Of(queue);
        using var enough = new CancellationTokenSource(most, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, stop);
        try
        {
            await bell.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
        // One look finds all that was heard.
        while (bell.Wait(0, CancellationToken.None)) { }
        return true;
    }

    private SemaphoreSlim Of(string queue) => bells.GetOrAdd(queue, _ => new SemaphoreSlim(0));
}
