using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// Decides what becomes of the dossier that people decide about, or have published, when something comes to be known that it should have said.
/// </summary>
public static class LateTruth
{
    /// <summary>What has to stand in the cycle's stream before a fact about an assignment, or null: it changes nothing that counts, or no dossier stands.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream before the fact.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="key">The occasion of the fact.</param>
    public static CycleEvent? Overtakes(
        CycleState cycle,
        EventStream stream,
        AssignmentEvent fact,
        string key
    ) =>
        Changes(stream.Assignment, fact)
            ? Overtake(
                cycle,
                AssignmentId.Parse(stream.Id.Value),
                CauseOf(stream.Assignment, fact),
                key
            )
            : null;

    /// <summary>The same for a report that is opened again: that always changes what will count.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="order">The order.</param>
    /// <param name="key">The occasion of the order.</param>
    public static CycleEvent? Overtakes(CycleState cycle, CycleEvent.Reopened order, string key) =>
        Overtake(
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
            ),
            key
        );

    /// <summary>What has to follow for a dossier that was compiled without seeing the end of an assignment's stream; null if nothing that came since counts.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="stream">The assignment's stream.</param>
    /// <param name="head">The hash of the last entry that was seen.</param>
    public static CycleEvent? OvertakesSince(CycleState cycle, EventStream stream, string head)
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
            if (Overtakes(cycle, known, (AssignmentEvent)entry.Event, entry.Key) is { } overtaking)
            {
                return overtaking;
            }
            known = known.With(entry);
        }
        return null;
    }

    /// <summary>Names the occasion of what <see cref="Overtakes(CycleState, EventStream, AssignmentEvent, string)"/> says: one for a round, one for an edition.</summary>
    /// <param name="overtaking">What is to be written.</param>
    public static string KeyOf(CycleEvent overtaking) =>
        overtaking switch
        {
            CycleEvent.RoundVoided voided => FormattableString.Invariant($"voided-{voided.Round}"),
            CycleEvent.EditionOpened opened => FormattableString.Invariant(
                $"edition-{opened.Number}"
            ),
            _ => throw new InvalidOperationException(
                $"{overtaking.GetType().Name} overtakes nothing."
            ),
        };

    /// <summary>Whether the fact came for which a dossier fell or an edition opened, or the same was ordered again since.</summary>
    /// <param name="overtaking">The entry of an <see cref="IOvertaking"/>.</param>
    /// <param name="cycle">The cycle's stream.</param>
    /// <param name="stream">The stream of the assignment that it names.</param>
    public static bool IsCarriedOut(Entry overtaking, EventStream cycle, EventStream stream)
    {
        var order = (IOvertaking)overtaking.Event;
        var known = new EventStream(stream.Id, []);
        foreach (var entry in stream)
        {
            if (
                entry.Key == order.Fact
                || (
                    entry.RecordedAt >= overtaking.RecordedAt
                    && Changes(known.Assignment, (AssignmentEvent)entry.Event)
                )
            )
            {
                return true;
            }
            known = known.With(entry);
        }
        return cycle
            .Skip((int)overtaking.Sequence)
            .Any(entry =>
                entry.Event is CycleEvent.Reopened again && again.Assignment == order.Assignment
            );
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

    private static CycleEvent? Overtake(
        CycleState cycle,
        AssignmentId assignment,
        (VoidingCause What, string? By, string Reason) cause,
        string key
    ) =>
        cycle switch
        {
            { RoundInForce: { } round } => new CycleEvent.RoundVoided(
                round,
                cycle.Dossiers[round],
                cause.What,
                assignment,
                cause.By,
                cause.Reason,
                key
            ),
            { TakesEditions: true, EditionAtWork: null, Publication: { } published } =>
                new CycleEvent.EditionOpened(
                    cycle.Editions.Count + 2,
                    published.DossierHash,
                    cause.What,
                    assignment,
                    cause.By,
                    cause.Reason,
                    key
                ),
            _ => null,
        };

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
