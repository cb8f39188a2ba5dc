using Microsoft.Extensions.Logging;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Reads files as the product does.</summary>
internal static class Readers
{
    /// <summary>What a file holds.</summary>
    public static async Task<ContentFacts> ReadAsync(
        byte[] file,
        FileFormat format,
        ReadingLimits? limits = null
    )
    {
        await using var content = new MemoryStream(file);
        var log = new Faults();
        var facts = await new ContentReader(limits ?? new ReadingLimits(), log).ReadAsync(
            content,
            format,
            TestContext.Current.CancellationToken
        );
        // A fault of a reader is a fault of the test.
        Assert.Null(log.Fault);
        return facts;
    }

    private sealed class Faults : ILogger<ContentReader>
    {
        public Exception? Fault { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Fault = exception ?? new InvalidOperationException(formatter(state, exception));
    }

    /// <summary>The lines of a docx with this text.</summary>
    public static async Task<IReadOnlyList<DocumentLine>> LinesAsync(
        string body,
        string styles = "",
        string numbering = ""
    ) => (await ReadAsync(Docxs.Of(body, styles, numbering), FileFormat.Docx)).Document!.Lines;
}
