using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Tests.Web;
using Xunit;

namespace ProgramReview.Functions.Tests.Hosting;

/// <summary>The Functions host shows a line of the app only if it says to which invocation it belongs.</summary>
public sealed class InvocationLogScopeTests
{
    [Fact]
    public async Task Whatever_a_function_logs_bears_its_invocation_under_the_name_the_host_is_told()
    {
        using var ear = new Ear();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(ear));
        var scope = new InvocationLogScope(loggers.CreateLogger<InvocationLogScope>());

        await scope.Invoke(
            new Call(new DefaultHttpContext()),
            _ =>
            {
                loggers
                    .CreateLogger("ProgramReview")
                    .Log(LogLevel.Warning, default, "Inside", null, (text, _) => text);
                return Task.CompletedTask;
            }
        );
        loggers
            .CreateLogger("ProgramReview")
            .Log(LogLevel.Warning, default, "Outside", null, (text, _) => text);

        Assert.Equal(["call", null], ear.Heard);
    }

    private sealed class Ear : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider scopes = null!;

        public List<object?> Heard { get; } = [];

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) =>
            scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => scopes.Push(state);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            object? invocation = null;
            scopes.ForEachScope(
                (scope, _) =>
                    invocation =
                        (scope as IEnumerable<KeyValuePair<string, object>>)
                            ?.FirstOrDefault(pair => pair.Key == InvocationLogScope.Key)
                            .Value ?? invocation,
                this
            );
            Heard.Add(invocation);
        }

        public void Dispose() { }
    }
}
