using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>Reads every line of log for tokens and keeps none.</summary>
internal sealed class ScannedLogs(Secrets secrets) : ILoggerFactory
{
    public void AddProvider(ILoggerProvider provider) { }

    public ILogger CreateLogger(string categoryName) => new Scanner(secrets);

    public void Dispose() { }

    private sealed class Scanner(Secrets secrets) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

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
                secrets.MustNotBeIn(formatter(state, exception), "the log");
                secrets.MustNotBeIn(exception?.ToString(), "an exception in the log");
            }
        }
    }
}
