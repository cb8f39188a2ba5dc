using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>Decides what becomes of the dossier that people decide about when something comes to be known that it should have said.</summary>
public static class LateTruth
{
    /// <summary>What has to stand in the cycle's stream before a fact about an assignment, or null: it changes nothing that counts, or no dossier stands.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream before the fact.</param>
    /// <param name="fact">The fact.</param>
    public static CycleEvent.RoundVoided? Voids(
        CycleState cycle,
        EventStream stream,
        AssignmentEvent fact
    ) =>
        Changes(stream.Assignment, fact)
            ? Void(cycle, AssignmentId.Parse(stream.Id.Value), CauseOf(stream.Assignment, fact))
            : null;

    /// <summary>The same for a report that is opened again: that always changes what will count.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="order">The order.</param>
    public static CycleEvent.RoundVoided? Voids(CycleState cycle, CycleEvent.Reopened order) =>
        Void(
            cycle,
            order.Assignment,
            (
                order.Cause switch
                {
                    OpeningCause.LateAllowed => VoidingCause.LateAllowed,
                    OpeningCause.Returned => VoidingCause.Returned,
                    OpeningCause.Extended => VoidingCause.Extended,
                    _ => throw new InvalidOperationException($"Nobody orders {order.Cause}."),
                },
                order.By,
                order.Reason
            )
        );

    /// <summary>What makes a dossier void that was compiled without seeing the end of an assignment's stream; null if nothing that came since counts.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream.</param>
    /// <param name="head">The hash of the last entry that was seen.</param>
    public static CycleEvent.RoundVoided? VoidsSince(
        CycleState cycle,
        EventStream stream,
        string head
    )
    {
        var seen = 0;
        while (seen < stream.Count && stream[seen].Hash != head)
        {
            seen++;
        }
        // Nothing was seen of a stream that began later.
        seen = seen < stream.Count ? seen + 1 : 0;
        var known = new EventStream(stream.Id, [.. stream.Take(seen)]);
        foreach (var entry in stream.Skip(seen))
        {
            if (Voids(cycle, known, (AssignmentEvent)entry.Event) is { } voided)
            {
                return voided;
            }
            known = known.With(entry);
        }
        return null;
    }

    /// <summary>Whether the dossier would say something else of what counts after a fact.</summary>
    /// <param name="before">The assignment before it.</param>
    /// <param name="fact">The fact.</param>
    public static bool Changes(AssignmentState before, AssignmentEvent fact) =>
        fact is AssignmentEvent.DueExtended || Told(before) != Told(before.Apply(fact));

    // What a dossier says of an assignment that bears on a decision. Not what was refused, asked, mailed or is only good to know.
    private static string Told(AssignmentState state)
    {
        var told = new StringBuilder();
        told.Append(state.Exemption is null ? "owes" : "exempt");
        foreach (var part in state.Parts)
        {
            if (part.Counting is not { } counting)
            {
                continue;
            }
            told.AppendLine().AppendJoin(' ', part.Code, part.Timeliness, counting.BlobName);
            foreach (var overruled in counting.Overruled)
            {
                told.AppendLine().Append(overruled.Finding);
            }
            foreach (var answer in counting.Explanations)
            {
                told.AppendLine().AppendJoin(' ', answer.Finding, answer.Text);
            }
        }
        return told.ToString();
    }

    private static CycleEvent.RoundVoided? Void(
        CycleState cycle,
        AssignmentId assignment,
        (VoidingCause What, string? By, string Reason) cause
    ) =>
        cycle.RoundInForce is { } round
            ? new(round, cycle.Dossiers[round], cause.What, assignment, cause.By, cause.Reason)
            : null;

    private static (VoidingCause, string? By, string Reason) CauseOf(
        AssignmentState state,
        AssignmentEvent fact
    ) =>
        fact switch
        {
            AssignmentEvent.Admitted one => (VoidingCause.Admitted, one.By, one.Reason),
            AssignmentEvent.Exempted one => (VoidingCause.Exempted, one.By, one.Reason),
            AssignmentEvent.DueExtended one => (VoidingCause.Extended, one.By, one.Reason),
            AssignmentEvent.Overruled one => (VoidingCause.Overruled, one.By, one.Reason),
            AssignmentEvent.Explained one => (VoidingCause.Explained, one.By, one.Reason ?? ""),
            AssignmentEvent.Scanned => (VoidingCause.Scanned, null, ""),
            AssignmentEvent.SubmissionRecorded { Submission: var one } => Came(one),
            AssignmentEvent.Checked one => Came(
                state.Submissions.First(sent => sent.BlobName == one.BlobName)
            ),
            _ => throw new InvalidOperationException(
                $"{fact.GetType().Name} changes nothing that counts."
            ),
        };

    private static (VoidingCause, string? By, string Reason) Came(Submission submission) =>
        submission.OnBehalf is { } paper
            ? (VoidingCause.Recorded, paper.By, paper.Reason)
            : (VoidingCause.Checked, null, "");
}
