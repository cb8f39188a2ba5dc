using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>Picks the judgements that were close: where a second, a queue or a slow line could be asked about later.</summary>
public static class Fairness
{
    /// <summary>How near to an instant is close.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>The close judgements of one assignment, in the order they were written down.</summary>
    public static IEnumerable<FairnessLine> Of(
        AssignmentId assignment,
        IReadOnlyList<Entry> entries
    )
    {
        var permitted = new Dictionary<string, DateTimeOffset>();
        var state = AssignmentState.None;
        foreach (var entry in entries)
        {
            var @event = (AssignmentEvent)entry.Event;
            state = state.Apply(@event);
            var line = @event switch
            {
                AssignmentEvent.SubmissionRecorded { Submission: var one } => Of(
                    assignment,
                    entry,
                    one,
                    permitted
                ),
                AssignmentEvent.AttemptRefused refused => Of(
                    assignment,
                    entry,
                    refused,
                    state.Current
                ),
                _ => null,
            };
            if (@event is AssignmentEvent.UploadPermitted permission)
            {
                permitted.TryAdd(permission.BlobName, entry.RecordedAt);
            }
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private static FairnessLine? Of(
        AssignmentId assignment,
        Entry entry,
        Submission submission,
        Dictionary<string, DateTimeOffset> permitted
    )
    {
        var judgement = submission.Judgement;
        return Nearest(judgement.Due, judgement.Closes, judgement.Committed) is not { } near
            ? null
            : new FairnessLine
            {
                Assignment = assignment,
                Window = submission.Window,
                Part = submission.Part,
                Sequence = entry.Sequence,
                Channel = submission.Channel,
                Permitted = permitted.TryGetValue(submission.BlobName, out var at) ? at : null,
                Committed = judgement.Committed,
                Noticed = submission.Noticed,
                Recorded = entry.RecordedAt,
                Instant = near.Instant,
                Limit = near.Limit,
                Distance = near.Distance,
                Verdict = judgement.Verdict,
                Reason = judgement.Reason,
                Why = null,
            };
    }

    private static FairnessLine? Of(
        AssignmentId assignment,
        Entry entry,
        AssignmentEvent.AttemptRefused refused,
        Window? window
    ) =>
        window is null
        || Nearest(window.DueInForce, window.Closes, entry.RecordedAt) is not { } near
            ? null
            : new FairnessLine
            {
                Assignment = assignment,
                Window = window.Number,
                Part = refused.Part,
                Sequence = entry.Sequence,
                Channel = null,
                Permitted = null,
                Committed = null,
                Noticed = null,
                Recorded = entry.RecordedAt,
                Instant = near.Instant,
                Limit = near.Limit,
                Distance = near.Distance,
                Verdict = null,
                Reason = null,
                Why = refused.Why,
            };

    private static (FairnessInstant Instant, Deadline Limit, TimeSpan Distance)? Nearest(
        Deadline due,
        Deadline closes,
        DateTimeOffset observed
    )
    {
        var (toDue, toCloses) = (due.DistanceFrom(observed), closes.DistanceFrom(observed));
        (FairnessInstant Instant, Deadline Limit, TimeSpan Distance) near =
            toDue.Duration() <= toCloses.Duration()
                ? (FairnessInstant.Due, due, toDue)
                : (FairnessInstant.Closes, closes, toCloses);
        return near.Distance.Duration() <= Window ? near : null;
    }
}
