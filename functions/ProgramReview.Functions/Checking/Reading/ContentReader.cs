using System.Xml;
using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading.Sheets;
using ProgramReview.Functions.Checking.Reading.Word;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>
/// Reads in this process, on a thread of its own: one that hangs in spite of all limits is left behind with nothing to read, and its caller goes on.
/// </summary>
internal sealed class ContentReader(ReadingLimits limits) : IContentReader
{
    /// <summary>The version of what is read; raised whenever the same bytes would give other facts.</summary>
    public const int Version = 1;

    private const int MostInMemory = 1024 * 1024;

    // Nesting within the limits never fills it.
    private const int StackSize = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        await using var copy = await CopyAsync(content, cancellation);
        var reading = new TaskCompletionSource<ContentFacts>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        new Thread(() => Run(copy, format, reading, cancellation), StackSize)
        {
            IsBackground = true,
            Name = "Reading",
        }.Start();
        try
        {
            return await reading.Task.WaitAsync(2 * limits.Time, TimeProvider.System, cancellation);
        }
        catch (TimeoutException)
        {
            return Stopped(ReadingFault.TooCostly);
        }
    }

    // Readers jump: over a network, a file that is made for it would be fetched a thousand times.
    private static async Task<Stream> CopyAsync(Stream content, CancellationToken cancellation)
    {
        if (content.CanSeek)
        {
            content.Position = 0;
        }
        var copy = new FileBufferingReadStream(content, MostInMemory);
        await copy.DrainAsync(cancellation);
        return copy;
    }

    private void Run(
        Stream content,
        FileFormat format,
        TaskCompletionSource<ContentFacts> reading,
        CancellationToken cancellation
    )
    {
        try
        {
            var budget = new ReadingBudget(limits, cancellation);
            reading.TrySetResult(Read(new FileBytes(content), format, budget));
        }
        catch (Exception stop)
            when (stop
                    is ReadingStoppedException
                        or InvalidDataException
                        or XmlException
                        or OutOfMemoryException
            )
        {
            reading.TrySetResult(
                Stopped(
                    stop switch
                    {
                        ReadingStoppedException stopped => stopped.Fault,
                        OutOfMemoryException => ReadingFault.TooCostly,
                        _ => ReadingFault.Damaged,
                    }
                )
            );
        }
#pragma warning disable CA1031 // Handed to the caller, who waits on another thread.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            reading.TrySetException(fault);
        }
    }

    private static ContentFacts Read(FileBytes file, FileFormat format, ReadingBudget budget) =>
        format switch
        {
            FileFormat.Docx => DocxReader.Read(file, budget),
            FileFormat.Xlsx => XlsxReader.Read(file, budget),
            _ => Stopped(ReadingFault.NotUnderstood),
        };

    private static ContentFacts Stopped(ReadingFault fault) =>
        new() { Reader = Version, Fault = fault };
}
