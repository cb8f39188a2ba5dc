using System.Xml;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading.Pdf;
using ProgramReview.Functions.Checking.Reading.Sheets;
using ProgramReview.Functions.Checking.Reading.Word;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>
/// Reads in this process, on a thread of its own: one that hangs in spite of all limits is left behind with nothing to read, and its caller goes on.
/// </summary>
/// <param name="limits">What one file may take at most.</param>
/// <param name="log">Where faults of readers are told.</param>
public sealed partial class ContentReader(ReadingLimits limits, ILogger<ContentReader> log)
    : IContentReader
{
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
        catch (Exception end)
            when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            reading.TrySetException(end);
        }
#pragma warning disable CA1031 // A fault of a reader is told to those who mend it; the sender is told that the file was not understood.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.Failed(log, fault, format);
            reading.TrySetResult(Stopped(ReadingFault.NotUnderstood));
        }
    }

    private static ContentFacts Read(FileBytes file, FileFormat format, ReadingBudget budget) =>
        format switch
        {
            FileFormat.Docx => DocxReader.Read(file, budget),
            FileFormat.Doc => DocReader.Read(file, budget),
            FileFormat.Xls => XlsReader.Read(file, budget),
            FileFormat.Csv => CsvReader.Read(file, budget),
            FileFormat.Pdf => PdfContentReader.Read(file, budget),
            FileFormat.Xlsx => XlsxReader.Read(file, budget),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The reader of {Format} files failed")]
        public static partial void Failed(ILogger logger, Exception fault, FileFormat format);
    }

    private static ContentFacts Stopped(ReadingFault fault) =>
        new() { Reader = IContentReader.Version, Fault = fault };
}
