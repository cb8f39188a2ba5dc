using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Finds orders of people for which a dossier fell, or an edition opened, and which were never recorded: whoever gave one died in between. Of what
/// came by itself nothing is lost: its queue delivers it again.
/// </summary>
internal sealed class LostOrders(IEventStore record)
{
    // So long an order may be at work.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(2);

    // Who looks a week later has found the rest before; each costs one stream.
    private const int Newest = 20;

    /// <summary>Those of a cycle, oldest first.</summary>
    public async Task<IReadOnlyList<StatusAlarm>> FindAsync(
        RunningCycle cycle,
        StatusPlace place,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (!place.IsWhole || cycle.State.End is not null)
        {
            return [];
        }
        var ordered = cycle.Stream.Where(entry =>
            entry.Event is IOvertaking { By: not null } && now - entry.RecordedAt > AtWork
        );
        var lost = new List<StatusAlarm>();
        foreach (var entry in ordered.TakeLast(Newest))
        {
            var order = (IOvertaking)entry.Event;
            var stream = await record.ReadAsync(order.Assignment.Stream, cancellation);
            if (!LateTruth.IsCarriedOut(entry, cycle.Stream, stream))
            {
                lost.Add(
                    new StatusAlarm(
                        StatusAlarmKind.OrderLost,
                        entry.RecordedAt,
                        order.Assignment,
                        $"{order.By}: {order.Reason}",
                        place.StoryOf(order.Assignment)
                    )
                );
            }
        }
        return lost;
    }
}
