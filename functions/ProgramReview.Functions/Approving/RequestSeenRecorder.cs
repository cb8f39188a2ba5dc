using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Notes that an approver has the request before them, once per round: when they say so, or send an answer that shows that the page was
/// read and is not taken. Looking at a page notes nothing, and sending its forms as they are neither.
/// </summary>
public sealed class RequestSeenRecorder(Recorder recorder)
{
    /// <summary>Notes it while the round runs.</summary>
    /// <param name="held">The link by which they came.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task NoteAsync(HeldLink held, CancellationToken cancellation)
    {
        var (round, person) = (DecisionView.RoundOf(held.Link), held.Link.Person);
        return recorder.WriteAsync(
            held.Cycle.Stream,
            FormattableString.Invariant($"request-seen-{round}-{person}"),
            entries =>
                entries.Cycle.Round(round) is { Outcome: null } open
                && open.Decisions.All(decision => decision.Voter != person)
                    ? new CycleEvent.RequestSeen(round, person)
                    : null,
            cancellation
        );
    }
}
