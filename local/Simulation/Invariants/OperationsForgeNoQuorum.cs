using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>
/// What operations did for seats ends no round before everybody on the committee could object; the letters are those that really went to the
/// addresses of the plan.
/// </summary>
internal sealed class OperationsForgeNoQuorum : IInvariant
{
    public string Sentence =>
        "Operations alone cannot forge a quorum: no round ends, and no stage is asked, with what stands on their word before a letter about it had gone to every approver's address in the plan for as many hours as there are to object, another operator had confirmed it, and nobody whose seat it is had objected.";

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var approval = evidence.Plan.Plan.Approval;
        var orders = new Dictionary<long, (CycleEvent Event, ObjectionTerms Terms)>();
        var decisions = new List<CycleEvent.Decided>();
        var confirmed = new Dictionary<long, string>();
        var objected = new HashSet<(long, string)>();
        var seated = new Dictionary<string, long>();
        foreach (var line in evidence.Cycle)
        {
            switch (line.Event)
            {
                case CycleEvent.SeatPassed passed:
                    orders[line.Entry.Sequence] = (passed, passed.Terms);
                    seated[passed.To] = line.Entry.Sequence;
                    break;
                case CycleEvent.MeetingRecorded meeting:
                    orders[line.Entry.Sequence] = (meeting, meeting.Terms);
                    break;
                case CycleEvent.SeatsConfirmed one:
                    if (orders[one.Order].Terms.Account == one.Account)
                    {
                        yield return $"entry {one.Order} is confirmed by whoever wrote it";
                    }
                    confirmed[one.Order] = one.Account;
                    break;
                case CycleEvent.SeatObjected one:
                    objected.Add((one.Order, one.Seat));
                    confirmed.Remove(one.Order);
                    break;
                case CycleEvent.DeputyNamed { By: { } by } named
                    when seated.TryGetValue(by, out var of):
                    seated.TryAdd(named.Person, of);
                    break;
                case CycleEvent.Decided decided:
                    decisions.Add(decided);
                    break;
                case CycleEvent.RoundOpened:
                    decisions.Clear();
                    break;
                case CycleEvent.RoundEnded
                {
                    Outcome: RoundOutcome.Approved or RoundOutcome.Rejected
                } ended
                    when ended.Outcome == RoundOutcome.Approved
                        || approval.OnTimeout != UndecidedRound.Reject:
                    foreach (var fault in At(ended.Round, line.Entry.RecordedAt))
                    {
                        yield return $"round {ended.Round} is {ended.Outcome} though {fault}";
                    }
                    break;
                case CycleEvent.StageOpened stage:
                    foreach (var fault in At(stage.Round, line.Entry.RecordedAt))
                    {
                        yield return $"stage {stage.Stage} of round {stage.Round} was asked though {fault}";
                    }
                    break;
            }
        }

        // Without what stands on operations' word the round would not have ended: then that word must hold.
        IEnumerable<string> At(int round, DateTimeOffset at)
        {
            var own = decisions
                .Where(decided => !seated.ContainsKey(decided.Voter))
                .DistinctBy(decided => decided.Approver)
                .ToList();
            var yes = own.Count(decided => decided.Verdict == DecisionVerdict.Approve);
            var no = own.Count(decided => decided.Verdict == DecisionVerdict.Reject);
            var aside = own.Count(decided =>
                decided.Verdict == DecisionVerdict.Recuse
                || decided.Verdict == DecisionVerdict.Abstain && approval.AbstentionsCount == false
            );
            // A rejection may have ended it, or made a tie; so many approvals of their own are enough under every rule that is played.
            if (
                no > 0
                || yes
                    >= (
                        approval.Stages is null
                            ? approval.Quorum.Of(approval.Approvers.Count - aside)
                            : 1
                    )
            )
            {
                yield break;
            }
            var used = orders.Where(order =>
                order.Value.Event is CycleEvent.MeetingRecorded meeting
                    ? meeting.Round == round
                        && meeting.Answers.Any(answer =>
                            own.TrueForAll(decided => decided.Approver != answer.Seat)
                            && !objected.Contains((order.Key, answer.Seat))
                        )
                    : decisions.Exists(decided =>
                        seated.TryGetValue(decided.Voter, out var of) && of == order.Key
                    )
            );
            foreach (var (sequence, (_, terms)) in used)
            {
                if (Holds(sequence, terms, at) is { } why)
                {
                    yield return $"entry {sequence} {why}";
                }
            }
        }

        string? Holds(long sequence, ObjectionTerms terms, DateTimeOffset at) =>
            !confirmed.ContainsKey(sequence) ? "is not confirmed"
            : approval
                .Approvers.Select(person => person.Id)
                .FirstOrDefault(person =>
                    !evidence.Oracle.Sendings.Exists(sending =>
                        sending.Person == person
                        && sending.Id.Contains($"-seat-order-{sequence}~", StringComparison.Ordinal)
                        && sending.Time.AddHours(approval.ObjectionHours ?? 24) <= at
                    )
                )
                is { } untold
                ? $"was not told to {untold} in time"
            : null;
    }
}
