using System.Text;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Functions;

/// <summary>
/// Calls one function for each message of a queue: again after a failure, and after the last try it goes to the poison queue. A message that takes long
/// holds up no other, as long as there are places.
/// </summary>
internal sealed partial class QueueListener(
    LocalFunction function,
    IMessageQueue queue,
    QueueBell bell,
    FunctionInvoker invoker,
    HostJson host,
    TimeProvider wall,
    ILogger<QueueListener> logger
) : ILook, IDisposable
{
    /// <summary>How long a taken message stays hidden, should this process die.</summary>
    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim looking = new(1);
    private readonly List<Task> atWork = [];
    private bool isOutOfReach;

    /// <summary>Looks and calls until asked to stop; calls that have begun are finished.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        var pause = ShortestPause;
        try
        {
            while (true)
            {
                stop.ThrowIfCancellationRequested();
                var (found, all) = await TakeAsync(stop);
                pause = found
                    ? ShortestPause
                    : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, host.MaxPollingInterval.Ticks));
                if (all.Length >= host.QueueBatchSize)
                {
                    await Task.WhenAny(all).WaitAsync(stop);
                }
                else if (!found && await bell.HearAsync(queue.Name, pause, wall, stop))
                {
                    pause = ShortestPause;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.Stopped(logger, function.Name);
        }
        await Task.WhenAll(AtWork());
    }

    /// <inheritdoc/>
    public async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        var (_, all) = await TakeAsync(stop);
        await Task.WhenAll(all);
        if (isOutOfReach)
        {
            await Task.Delay(ShortestPause, wall, stop);
        }

        return all.Length == 0 && !isOutOfReach;
    }

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    /// <summary>Takes what is there and deals with it; whether there was anything.</summary>
    public async Task<bool> LookAsync(CancellationToken stop)
    {
        var (found, all) = await TakeAsync(stop);
        await Task.WhenAll(all);
        return found;
    }

    // Whether anything was found, and all that is being dealt with then: what was taken and not done yet is hidden from any look.
    private async Task<(bool Found, Task[] All)> TakeAsync(CancellationToken stop)
    {
        await looking.WaitAsync(stop);
        try
        {
            var places = host.QueueBatchSize - AtWork().Length;
            var messages = places > 0 ? await queue.ReceiveAsync(places, Invisible, stop) : [];
            isOutOfReach = false;
            var begun = messages.Select(DealWithAsync).ToList();
            lock (atWork)
            {
                atWork.AddRange(begun);
            }
            return (messages.Count > 0, AtWork());
        }
        catch (Exception failure) when (IsAway(failure))
        {
            NoteAway(failure);
            return (false, AtWork());
        }
        finally
        {
            looking.Release();
        }
    }

    private Task[] AtWork()
    {
        lock (atWork)
        {
            atWork.RemoveAll(task => task.IsCompleted);
            return [.. atWork];
        }
    }

    private async Task DealWithAsync(QueuedMessage message)
    {
        try
        {
            await CallAsync(message);
        }
        catch (Exception failure) when (IsAway(failure))
        {
            NoteAway(failure);
        }
    }

    private static bool IsAway(Exception failure) =>
        failure is Azure.RequestFailedException or AggregateException or HttpRequestException;

    private void NoteAway(Exception failure)
    {
        isOutOfReach = true;
        Log.Unreachable(logger, failure, queue.Name);
    }

    private async Task CallAsync(QueuedMessage message)
    {
        if (Decode(message.Text) is not { } body)
        {
            Log.Undecodable(logger, message.Id, queue.Name);
            await GiveUpAsync(message);
            return;
        }

        try
        {
            var data = new Dictionary<string, object?>
            {
                ["id"] = message.Id,
                ["dequeueCount"] = message.DequeueCount,
            };
            await invoker.InvokeAsync(
                function,
                data,
                body,
                _ => Task.CompletedTask,
                CancellationToken.None
            );
        }
#pragma warning disable CA1031 // Whatever the function throws, the message is tried again or put aside.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, failure, function.Name, message.DequeueCount, host.MaxDequeueCount);
            await (
                message.DequeueCount < host.MaxDequeueCount
                    ? queue.ReleaseAsync(message, host.QueueRetryDelay, CancellationToken.None)
                    : GiveUpAsync(message)
            );
            return;
        }

        await queue.DeleteAsync(message, CancellationToken.None);
    }

    private async Task GiveUpAsync(QueuedMessage message)
    {
        await queue.PoisonAsync(message, CancellationToken.None);
        await queue.DeleteAsync(message, CancellationToken.None);
    }

    private BinaryData? Decode(string text)
    {
        if (!host.QueueMessagesAreBase64)
        {
            return BinaryData.FromString(text);
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? BinaryData.FromBytes(bytes.AsMemory(0, length))
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The function {Function} failed on try {Try} of {Most}."
        )]
        public static partial void Failed(
            ILogger logger,
            Exception failure,
            string function,
            long @try,
            int most
        );

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The message {Id} of the queue {Queue} is not base64; it is on the poison queue now."
        )]
        public static partial void Undecodable(ILogger logger, string id, string queue);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The queue {Queue} cannot be read just now."
        )]
        public static partial void Unreachable(ILogger logger, Exception failure, string queue);

        [LoggerMessage(
            Level = LogLevel.Debug,
            Message = "The queue of {Function} is no longer read."
        )]
        public static partial void Stopped(ILogger logger, string function);
    }
}
