using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Hosting;
using Xunit;

namespace ProgramReview.Functions.Tests.Hosting;

public sealed partial class CollectorTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new();
    private readonly WebApplication collector;

    public CollectorTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.MapPost("/v1/{signal}", Take);
    }

    public async ValueTask InitializeAsync() => await collector.StartAsync();

    public async ValueTask DisposeAsync() => await collector.DisposeAsync();

    [Fact]
    public async Task Traces_metrics_and_logs_reach_the_collector_that_the_settings_name()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            }
        );
        builder.Services.AddTelemetry(builder.Configuration);
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            var entry = Decision(new CycleId("collected"));
            EventMeter.Count(entry);
            CycleTrace.Note(entry);
            Log.Sentence(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("review"));
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("review.decisions", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("collected", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("Decided", received["traces"], StringComparison.Ordinal);
        Assert.Contains("A sentence for the log", received["logs"], StringComparison.Ordinal);
        Assert.All(
            received.Values,
            text =>
            {
                Assert.DoesNotContain("chair-of-the-board", text, StringComparison.Ordinal);
                Assert.DoesNotContain("a private remark", text, StringComparison.Ordinal);
            }
        );
    }

    // Under its usual name the Functions host would read the connection string too, and tell of addresses.
    [Theory]
    [InlineData("Other:Setting")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void Without_a_setting_of_its_own_nothing_is_set_up(string other)
    {
        var services = new ServiceCollection();

        services.AddTelemetry(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(other, "InstrumentationKey=x")])
                .Build()
        );

        Assert.Empty(services);
    }

    [Fact]
    public void A_cycle_is_one_trace_whoever_writes()
    {
        var one = CycleTrace.ContextOf(new CycleId("one"));

        Assert.Equal(one, CycleTrace.ContextOf(new CycleId("one")));
        Assert.NotEqual(one.TraceId, CycleTrace.ContextOf(new CycleId("other")).TraceId);
        Assert.NotEqual(default, one.SpanId);
    }

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var text = Encoding.UTF8.GetString(body.ToArray());
        received.AddOrUpdate(signal, text, (_, before) => before + text);
        return Results.StatusCode((int)HttpStatusCode.OK);
    }

    private static Entry Decision(CycleId cycle) =>
        Chain.Next(
            cycle.Stream,
            null,
            new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.Zero),
            "decision",
            new CycleEvent.Decided(
                1,
                new string('a', 64),
                "chair-of-the-board",
                DecisionVerdict.Approve,
                "a private remark",
                []
            )
        );

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sentence for the log")]
        public static partial void Sentence(ILogger logger);
    }
}
