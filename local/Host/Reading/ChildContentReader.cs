using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Local.Host.Reading;

/// <summary>
/// Reads each file in another process: what falls, hangs or fills its memory there is a fact about the file, and the host goes on. To start one costs
/// more than to read most files, so one is kept for the next, unless the file had a fault.
/// </summary>
internal sealed partial class ChildContentReader(ILogger<ChildContentReader> log)
    : IContentReader,
        IAsyncDisposable
{
    private const int MostAtOnce = 4;
    private const int MostFiles = 200;
    private const int MostInMemory = 1024 * 1024;

    // The reader itself gives up long before.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly ConcurrentBag<ReadingChild> idle = [];
    private volatile bool isOver;

    /// <inheritdoc/>
    public async Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        if (content.CanSeek)
        {
            content.Position = 0;
        }
        // Taken first: what fails in fetching it says nothing about the file.
        await using var copy = new FileBufferingReadStream(content, MostInMemory);
        await copy.DrainAsync(cancellation);
        copy.Position = 0;
        await places.WaitAsync(cancellation);
        try
        {
            // That one which waited has ended need not be the fault of this file; what hung has had its time.
            if (
                await TakeAsync() is { } waiting
                && await ReadAsync(waiting, copy, format, cancellation) is { } facts
            )
            {
                return facts;
            }
            copy.Position = 0;
            return await ReadAsync(ReadingChild.Start(), copy, format, cancellation) ?? TooCostly;
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isOver = true;
        while (idle.TryTake(out var child))
        {
            await child.DisposeAsync();
        }
    }

    private static ContentFacts TooCostly =>
        new() { Reader = IContentReader.Version, Fault = ReadingFault.TooCostly };

    private async Task<ReadingChild?> TakeAsync()
    {
        while (idle.TryTake(out var child))
        {
            if (child.IsReady)
            {
                return child;
            }
            await child.DisposeAsync();
        }
        return null;
    }

    // Nothing if the process has ended.
    private async Task<ContentFacts?> ReadAsync(
        ReadingChild child,
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token,
            cancellation
        );
        var isGood = false;
        try
        {
            var facts = await child.ReadAsync(content, format, either.Token);
            isGood = facts.Fault is null && child.Files < MostFiles && !isOver;
            return facts;
        }
        catch (Exception end)
            when (end is IOException or InvalidDataException or JsonException
                || end is OperationCanceledException && !cancellation.IsCancellationRequested
            )
        {
            Log.Ended(log, format, end.Message);
            return end is OperationCanceledException ? TooCostly : null;
        }
        finally
        {
            if (isGood && idle.IsEmpty)
            {
                idle.Add(child);
            }
            else
            {
                await child.DisposeAsync();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The process that read a {Format} file has ended: {Reason}"
        )]
        public static partial void Ended(ILogger logger, FileFormat format, string reason);
    }
}
