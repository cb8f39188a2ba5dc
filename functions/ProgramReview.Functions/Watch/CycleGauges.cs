using System.Diagnostics.Metrics;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// How each running cycle stands, for telemetry: assignments by state, time to the next deadline, how long a file has waited for the scanner, and steps
/// that the record says should have been taken by now. Read with the reconciler; what was read last is what is told.
/// </summary>
internal sealed class CycleGauges : IDisposable
{
    // A step may take its retries before anybody is called.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private readonly Cycles cycles;
    private readonly IndexReader index;
    private readonly TimeProvider clock;
    private readonly Meter meter = new(EventMeter.Name);
    private readonly FreshMeasurements<long> assignments;
    private readonly FreshMeasurements<double> remaining;
    private readonly FreshMeasurements<long> overdue;
    private readonly FreshMeasurements<double> unscanned;
    private readonly FileGate files;

    public CycleGauges(
        Cycles cycles,
        IndexReader index,
        FileGate files,
        TimeProvider clock,
        WallClock wall
    )
    {
        (this.cycles, this.index, this.files, this.clock) = (cycles, index, files, clock);
        (assignments, remaining, overdue, unscanned) = (new(wall), new(wall), new(wall), new(wall));
        meter.CreateObservableGauge("review.scans.age", unscanned.Tell, "s");
        meter.CreateObservableGauge("review.assignments", assignments.Tell);
        meter.CreateObservableGauge("review.deadline.remaining", remaining.Tell, "s");
        meter.CreateObservableGauge("review.steps.overdue", overdue.Tell);
    }

    /// <summary>Looks at every running cycle.</summary>
    /// <exception cref="AggregateException">A cycle could not be looked at; all others were.</exception>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (states, ahead, late, waiting) = (
            new List<Measurement<long>>(),
            new List<Measurement<double>>(),
            new List<Measurement<long>>(),
            new List<Measurement<double>>()
        );
        var attempts = new Attempts(cancellation);
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            await attempts.TryAsync(async () =>
            {
                var tag = new KeyValuePair<string, object?>("cycle", cycle.Ref.Cycle.ToString());
                await index.RefreshAsync(cycle.Plan, cancellation);
                var all = await index.NodeAsync(cycle.Plan, FanOutNode.Root, cancellation);
                states.AddRange(
                    all.PhasesAt(now)
                        .Select(phase => new Measurement<long>(
                            phase.Value,
                            tag,
                            new("state", phase.Key.ToString())
                        ))
                );
                var next = cycle
                    .Plan.Plan.ReportTypes.SelectMany(type => new[] { type.Due, type.Closes })
                    .Select(deadline => deadline.Remaining(now))
                    .Where(left => left > TimeSpan.Zero)
                    .ToList();
                if (next.Count > 0)
                {
                    ahead.Add(new Measurement<double>(next.Min().TotalSeconds, tag));
                }
                late.Add(new Measurement<long>(CountOverdue(cycle, all, now), tag));
                if (files.IsScanned)
                {
                    var age = all.UnscannedSince is { } since ? now - since : TimeSpan.Zero;
                    waiting.Add(new Measurement<double>(age.TotalSeconds, tag));
                }
            });
        }
        assignments.Keep(states);
        remaining.Keep(ahead);
        overdue.Keep(late);
        unscanned.Keep(waiting);
        attempts.ThrowIfAnyFailed();
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static int CountOverdue(RunningCycle cycle, NodeRow all, DateTimeOffset now)
    {
        var rounds =
            cycle.State.CurrentRound is { Outcome: null } round && IsPast(round.Closes) ? 1 : 0;
        return rounds
            + all.Standings.Where(one =>
                    one.Standing is { IsRunning: true, IsAccepted: false, Closes: { } closes }
                    && IsPast(closes)
                )
                .Sum(one => one.Count);

        bool IsPast(Core.Deadlines.Deadline closes) => closes.Remaining(now) < -Grace;
    }
}
