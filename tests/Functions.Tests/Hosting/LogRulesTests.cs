using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Hosting;
using Xunit;

namespace ProgramReview.Functions.Tests.Hosting;

public sealed class LogRulesTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware")]
    [InlineData("System.Net.Http.HttpClient.Default.LogicalHandler")]
    [InlineData("Azure.Core")]
    public void Who_would_write_down_addresses_is_heard_from_warnings_on(string category)
    {
        var logger = Loggers().CreateLogger(category);

        Assert.False(logger.IsEnabled(LogLevel.Information));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public void The_product_itself_is_heard() =>
        Assert.True(
            Loggers().CreateLogger("ProgramReview.Functions").IsEnabled(LogLevel.Information)
        );

    // The rules stand whatever the host has said about levels before.
    private static ILoggerFactory Loggers() =>
        new ServiceCollection()
            .AddLogging(logging =>
                logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Everything())
            )
            .AddLogRules()
            .BuildServiceProvider()
            .GetRequiredService<ILoggerFactory>();

    private sealed class Everything : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Ear();

        public void Dispose() { }

        private sealed class Ear : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) { }
        }
    }
}
