using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Watch;

namespace ProgramReview.Workflow.Tests;

/// <summary>What telemetry hears of a cycle: its own words, and nobody's name.</summary>
public sealed class TelemetryTests : IDisposable
{
    private static readonly string[] AllowedTags =
    [
        "accepted",
        "code",
        "cycle",
        "entrance",
        "heaviest",
        "kind",
        "outcome",
        "read",
        "state",
        "timeliness",
        "verdict",
    ];

    private readonly Lock gate = new();
    private readonly List<(
        string Instrument,
        double Value,
        Dictionary<string, string?> Tags
    )> heard = [];
    private readonly MeterListener listener = new();

    public TelemetryTests()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == "ProgramReview")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Hear(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Hear(i, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Facts_are_counted_in_the_words_of_the_product_and_name_nobody()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Id = "counted",
            }
        );
        await scenario.UploadAsync(scenario.Alpha);

        var mine = Of("counted");
        var receipt = Assert.Single(mine, item => item.Instrument == "review.receipts");
        Assert.Equal(nameof(Core.Deadlines.TimelinessVerdict.OnTime), receipt.Tags["timeliness"]);
        Assert.Equal("outstanding", receipt.Tags["accepted"]);
        Assert.Contains(mine, item => item.Instrument == "review.judgement.latency");
        Assert.Contains(
            mine,
            item =>
                item.Instrument == "review.mails" && item.Tags["outcome"] == nameof(MailResult.Sent)
        );
        Assert.All(
            mine.SelectMany(item => item.Tags),
            tag =>
            {
                Assert.Contains(tag.Key, AllowedTags);
                Assert.DoesNotContain("@", tag.Value ?? "", StringComparison.Ordinal);
                Assert.DoesNotContain("-contact", tag.Value ?? "", StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Gauges_tell_how_running_cycles_stand_and_which_steps_were_not_taken()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Id = "gauged",
            }
        );
        await scenario.UploadAsync(scenario.Alpha);
        using var gauges = ActivatorUtilities.CreateInstance<CycleGauges>(
            scenario.World.Get<IServiceProvider>()
        );

        await gauges.ReadAsync(Scenario.Cancel);
        listener.RecordObservableInstruments();

        Assert.Equal(
            1,
            Sum("gauged", "review.assignments", ("state", nameof(AssignmentPhase.OnTime)))
        );
        Assert.True(Sum("gauged", "review.deadline.remaining") > 0);
        Assert.Equal(0, Sum("gauged", "review.steps.overdue"));

        // The clock goes on and no process takes its step.
        heard.Clear();
        scenario.World.Clock.AdvanceTo(scenario.Day(100));
        await gauges.ReadAsync(Scenario.Cancel);
        listener.RecordObservableInstruments();

        Assert.Equal(2, Sum("gauged", "review.steps.overdue"));
    }

    private void Hear<T>(
        Instrument instrument,
        T value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    )
        where T : IConvertible
    {
        var read = new Dictionary<string, string?>();
        foreach (var (key, tag) in tags)
        {
            read[key] = tag?.ToString();
        }
        lock (gate)
        {
            heard.Add(
                (
                    instrument.Name,
                    value.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
                    read
                )
            );
        }
    }

    private List<(string Instrument, double Value, Dictionary<string, string?> Tags)> Of(
        string cycle
    )
    {
        lock (gate)
        {
            return [.. heard.Where(item => item.Tags.GetValueOrDefault("cycle") == cycle)];
        }
    }

    private double Sum(string cycle, string instrument, params (string Key, string Value)[] tags) =>
        Of(cycle)
            .Where(item =>
                item.Instrument == instrument
                && tags.All(tag => item.Tags.GetValueOrDefault(tag.Key) == tag.Value)
            )
            .Sum(item => item.Value);
}
