using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Host;

/// <summary>Writes each log entry as a line with the wall's time.</summary>
internal sealed class LineLoggerProvider : ILoggerProvider
{
    private readonly Lock gate = new();
    private readonly TextWriter writer;
    private readonly LogLevel least;
    private readonly bool withTrace;

    public LineLoggerProvider(Func<TextWriter> open, LogLevel least, bool withTrace = true)
    {
        (writer, this.least, this.withTrace) = (open(), least, withTrace);
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            writer.Flush();
            if (writer is StreamWriter { BaseStream: FileStream })
            {
                writer.Dispose();
            }
        }
    }

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        var now = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        lock (gate)
        {
            writer.WriteLine($"{now} {level} {category}: {message}");
            if (exception is not null)
            {
                writer.WriteLine(
                    withTrace
                        ? exception.ToString()
                        : $"  {exception.GetType().Name}: {exception.Message}"
                );
            }

            writer.Flush();
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) =>
            logLevel >= provider.least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                provider.Write(logLevel, category, formatter(state, exception), exception);
            }
        }
    }
}
