using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Watch;

/// <summary>Anchors every running cycle when a day is over in its plan's zone, and mails its auditors.</summary>
public sealed class DailyAnchor(
    Cycles cycles,
    AnchorWriter anchors,
    AuditorMails mails,
    TimeProvider clock
)
{
    /// <summary>Does what is due; may run at any time and any number of times.</summary>
    /// <exception cref="AggregateException">Something could not be done; everything else was.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        foreach (var cycle in await cycles.ListRunningAsync(cancellation))
        {
            var day = Anchoring.DayBefore(clock.GetUtcNow(), cycle.Plan.Zone);
            await attempts.TryAsync(() =>
                anchors.WriteDayAsync(cycle.Ref.Cycle, day, cancellation)
            );
            await attempts.TryAsync(() => mails.SendAsync(cycle.Ref, cancellation));
        }
        attempts.ThrowIfAnyFailed();
    }
}
