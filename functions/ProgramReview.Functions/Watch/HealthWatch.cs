using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>
/// Notes in every running cycle when the regular look did not succeed for a while: storage out of reach, or the product itself away. It
/// can only be written afterwards, from the last look that is on file. It decides nothing; to declare an outage is a person's business.
/// </summary>
public sealed class HealthWatch(
    Cycles cycles,
    ICycleIndex index,
    Recorder recorder,
    TimeProvider clock
)
{
    /// <summary>A gap up to this long is not noted: one look may fail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // A clock that runs fast, as in rehearsals, leaves wide gaps between looks that are no fault: only a look that failed or was missed counts.
    // It is on file, since the next look may be another instance's; only what could not even be filed is remembered here.
    private bool hasFailed;

    /// <summary>Looks, and notes the gap that lies before a look that succeeds.</summary>
    /// <param name="isPastDue">Whether this look makes up for a missed one.</param>
    /// <param name="look">The look; it throws if anything could not be looked at.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task WatchAsync(bool isPastDue, Func<Task> look, CancellationToken cancellation)
    {
        var hadFailed = hasFailed;
        hasFailed = true;
        var before = await index.GetLastLookAsync(cancellation);
        await index.PutLastLookAsync(before with { IsUnfinished = true }, cancellation);
        await look();
        var now = clock.GetUtcNow();
        if (
            (isPastDue || hadFailed || before.IsUnfinished)
            && before.SucceededAt is { } last
            && now - last > Patience
        )
        {
            await NoteAsync(last, now, cancellation);
        }
        await index.PutLastLookAsync(new LastLook(now, IsUnfinished: false), cancellation);
        hasFailed = false;
    }

    private async Task NoteAsync(
        DateTimeOffset last,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            var from = cycle.State.StartedAt is { } start && start > last ? start : last;
            await recorder.WriteAsync(
                cycle.Ref.Cycle.Stream,
                FormattableString.Invariant($"gap-{last.ToUnixTimeSeconds()}"),
                _ => new CycleEvent.HealthGap(new OutageWindow(from, now)),
                cancellation
            );
        }
    }
}
