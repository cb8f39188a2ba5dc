using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A round ends as its members decided, and what they approved is what is published.</summary>
internal sealed class ApprovalHasItsQuorum : IInvariant
{
    public string Sentence =>
        "Approved implies what the plan asks of distinct entitled people on that very hash, stage after stage; every other outcome has its own decisions, and only the approved dossier is published.";

    public bool HasCase(Evidence evidence) =>
        evidence.Of<CycleEvent.RoundEnded>().Any(ended => ended.Outcome == RoundOutcome.Approved);

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var approval = evidence.Plan.Plan.Approval;
        var book = new SeatBook();
        Recount? round = null;
        foreach (var line in evidence.Cycle)
        {
            var at = line.Entry.RecordedAt;
            book.Take(line);
            switch (line.Event)
            {
                case CycleEvent.RoundOpened opened:
                    round = new Recount(approval, opened.Barred ?? [], at + approval.Closes);
                    break;
                case CycleEvent.Decided decided when round is not null:
                    if (!round.IsAsked(decided.Approver))
                    {
                        yield return $"{decided.Approver} decided in round {decided.Round} without being asked";
                    }
                    if (!book.May(decided.Round, decided.Approver, decided.Voter))
                    {
                        yield return $"{decided.Voter} decided for {decided.Approver} in round {decided.Round} without a right to";
                    }
                    if (IsTrue(evidence, decided))
                    {
                        round.Add(
                            decided.Approver,
                            decided.Verdict,
                            isOwn: true,
                            book.Behind(decided.Round, decided.Approver, decided.Voter)
                        );
                    }
                    break;
                case CycleEvent.MeetingRecorded meeting when round is not null:
                    foreach (var answer in meeting.Answers)
                    {
                        round.Add(
                            answer.Seat,
                            answer.Verdict,
                            isOwn: false,
                            book.Words[line.Entry.Sequence]
                        );
                    }
                    break;
                case CycleEvent.StageOpened opened when round is not null:
                    if (!round.May(RoundOutcome.Approved, at))
                    {
                        yield return $"stage {opened.Stage} of round {opened.Round} was asked though {round}";
                    }
                    round = round.Next(at + approval.Closes);
                    break;
                case CycleEvent.RoundExtended extended when round is not null:
                    if (
                        approval.OnTimeout != UndecidedRound.Extend
                        || round.IsExtended
                        || at < round.Closes
                    )
                    {
                        yield return $"round {extended.Round} was extended though {round}";
                    }
                    round.IsExtended = true;
                    round.Closes += approval.Closes;
                    break;
                case CycleEvent.RoundEnded ended when round is not null:
                    if (!round.IsLast(ended.Outcome) || !round.May(ended.Outcome, at))
                    {
                        yield return $"round {ended.Round} is {ended.Outcome} though {round}";
                    }
                    break;
            }
        }
        foreach (var (at, line) in evidence.Cycle.Index())
        {
            if (
                line.Event is CycleEvent.Published published
                && evidence
                    .Cycle.Take(at)
                    .Select(before => before.Event)
                    .OfType<CycleEvent.RoundEnded>()
                    .LastOrDefault(ended => ended.Outcome == RoundOutcome.Approved)
                    is var approved
                && (approved is null || HashOf(evidence, approved.Round) != published.DossierHash)
            )
            {
                yield return "a dossier is published that nobody approved";
            }
        }
    }

    private static bool IsTrue(Evidence evidence, CycleEvent.Decided decision) =>
        decision.DossierHash == HashOf(evidence, decision.Round)
        && evidence.Oracle.Decisions.Exists(press =>
            press.Decision.Round == decision.Round
            && press.Decision.Verdict == decision.Verdict
            && press.Decision.Approver == decision.Approver
            && press.Decision.Voter == decision.Voter
        );

    private static string? HashOf(Evidence evidence, int round) =>
        evidence
            .Of<CycleEvent.DossierCompiled>()
            .FirstOrDefault(compiled => compiled.Round == round)
            ?.DossierHash;
}
