using System.Diagnostics.Metrics;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// How each running cycle stands, for telemetry: assignments by state, time to the next deadline, and steps that the record says should
/// have been taken by now. Read with the reconciler; what was read last is what is told.
/// </summary>
internal sealed class CycleGauges : IDisposable
{
    // A step may take its retries before anybody is called.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private readonly Cycles cycles;
    private readonly ICycleIndex index;
    private readonly IEventStore record;
    private readonly TimeProvider clock;
    private readonly Meter meter = new(EventMeter.Name);
    private readonly FreshMeasurements<long> assignments;
    private readonly FreshMeasurements<double> remaining;
    private readonly FreshMeasurements<long> overdue;

    public CycleGauges(
        Cycles cycles,
        ICycleIndex index,
        IEventStore record,
        TimeProvider clock,
        WallClock wall
    )
    {
        (this.cycles, this.index, this.record, this.clock) = (cycles, index, record, clock);
        (assignments, remaining, overdue) = (new(wall), new(wall), new(wall));
        meter.CreateObservableGauge("review.assignments", assignments.Tell);
        meter.CreateObservableGauge("review.deadline.remaining", remaining.Tell, "s");
        meter.CreateObservableGauge("review.steps.overdue", overdue.Tell);
    }

    /// <summary>Looks at every running cycle.</summary>
    /// <exception cref="AggregateException">A cycle could not be looked at; all others were.</exception>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (states, ahead, late) = (
            new List<Measurement<long>>(),
            new List<Measurement<double>>(),
            new List<Measurement<long>>()
        );
        var attempts = new Attempts(cancellation);
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            await attempts.TryAsync(async () =>
            {
                var tag = new KeyValuePair<string, object?>("cycle", cycle.Ref.Cycle.ToString());
                var summaries = await index.ListAsync(cycle.Ref.Cycle, cancellation);
                states.AddRange(
                    summaries
                        .GroupBy(summary => summary.State)
                        .Select(group => new Measurement<long>(
                            group.Count(),
                            tag,
                            new("state", group.Key.ToString())
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
                late.Add(
                    new Measurement<long>(
                        await CountOverdueAsync(cycle, summaries, now, cancellation),
                        tag
                    )
                );
            });
        }
        assignments.Keep(states);
        remaining.Keep(ahead);
        overdue.Keep(late);
        attempts.ThrowIfAnyFailed();
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private async Task<int> CountOverdueAsync(
        RunningCycle cycle,
        IReadOnlyList<AssignmentSummary> summaries,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var count =
            cycle.State.CurrentRound is { Outcome: null } round && IsPast(round.Closes) ? 1 : 0;
        // Only an assignment whose window the plan has closed can be overdue; its stream tells whether a person has moved the close.
        foreach (
            var summary in summaries.Where(summary =>
                !summary.IsSettled
                && IsPast(cycle.Plan.ReportType(summary.Assignment.ReportType).Closes)
            )
        )
        {
            var state = AssignmentState.Of(
                await record.ReadAsync(summary.Assignment.Stream, cancellation)
            );
            count +=
                state is { Current: { Outcome: null } current } && IsPast(current.Closes) ? 1 : 0;
        }
        return count;

        bool IsPast(Core.Deadlines.Deadline closes) => closes.Remaining(now) < -Grace;
    }
}
