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

    public bool HasCase(Evidence evidence) =>
        evidence.Of<CycleEvent.SeatPassed>().Any()
        || evidence.Of<CycleEvent.MeetingRecorded>().Any();

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var approval = evidence.Plan.Plan.Approval;
        var orders = new SortedDictionary<long, (CycleEvent Event, ObjectionTerms Terms)>();
        var decisions = new List<CycleEvent.Decided>();
        var confirmed = new Dictionary<long, string>();
        var objected = new HashSet<(long, string)>();
        var seated = new Dictionary<string, long>();
        var deputies = new Dictionary<string, long>();
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
                case CycleEvent.DeputyNamed named:
                    deputies.Remove(named.Person);
                    if (named.By is { } by && seated.TryGetValue(by, out var of))
                    {
                        deputies[named.Person] = of;
                    }
                    break;
                case CycleEvent.Decided decided:
                    decisions.Add(decided);
                    break;
                case CycleEvent.RoundOpened:
                    decisions.Clear();
                    deputies.Clear();
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

        // Without what does not hold yet the round would not have ended.
        IEnumerable<string> At(int round, DateTimeOffset at)
        {
            var voices = new Dictionary<string, (DecisionVerdict Verdict, long? Order)>();
            foreach (var decided in decisions.Where(decided => WordOf(decided.Voter) is null))
            {
                voices.TryAdd(decided.Approver, (decided.Verdict, null));
            }
            foreach (var decided in decisions.Where(decided => WordOf(decided.Voter) is not null))
            {
                voices.TryAdd(decided.Approver, (decided.Verdict, WordOf(decided.Voter)));
            }
            foreach (var (sequence, (@event, _)) in orders)
            {
                foreach (
                    var answer in @event is CycleEvent.MeetingRecorded meeting
                    && meeting.Round == round
                        ? meeting.Answers
                        : []
                )
                {
                    if (!objected.Contains((sequence, answer.Seat)))
                    {
                        voices.TryAdd(answer.Seat, (answer.Verdict, sequence));
                    }
                }
            }
            var holding = voices.Values.Where(voice =>
                voice.Order is not { } order || Holds(order, at) is null
            );
            int Of(DecisionVerdict verdict) => holding.Count(voice => voice.Verdict == verdict);
            var aside =
                Of(DecisionVerdict.Recuse)
                + (approval.AbstentionsCount == false ? Of(DecisionVerdict.Abstain) : 0);
            // A rejection may have ended it, or made a tie; so many approvals are enough under every rule that is played.
            var enough = approval.Stages is null
                ? approval.Quorum.Of(approval.Approvers.Count - aside)
                : 1;
            return Of(DecisionVerdict.Reject) > 0 || Of(DecisionVerdict.Approve) >= enough
                ? []
                : voices
                    .Values.Select(voice => voice.Order)
                    .OfType<long>()
                    .Distinct()
                    .Select(order => (order, Why: Holds(order, at)))
                    .Where(one => one.Why is not null)
                    .Select(one => $"entry {one.order} {one.Why}");
        }

        long? WordOf(string voter) =>
            seated.TryGetValue(voter, out var word) || deputies.TryGetValue(voter, out word)
                ? word
                : null;

        string? Holds(long sequence, DateTimeOffset at) =>
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
