using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Core.Approving;

/// <summary>Where something about a round is signed: the cycle and its stream as it is just before the entry that will hold it.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Plan">The plan it runs on.</param>
/// <param name="Stream">The whole stream so far.</param>
/// <param name="Judged">Now, in product time.</param>
/// <param name="KeyId">The key that is going to sign.</param>
public sealed record SignedPlace(
    CycleId Cycle,
    PlanLookup Plan,
    EventStream Stream,
    DateTimeOffset Judged,
    string KeyId
)
{
    /// <summary>The receipt of an answer that is about to be recorded.</summary>
    public AnswerReceipt Answer(CycleEvent.Decided decided)
    {
        var (approval, round) = (Plan.Plan.Approval, Stream.Cycle.Round(decided.Round)!);
        return new()
        {
            Version = SignedText.Version,
            Number = Number,
            Cycle = Cycle.Value,
            PlanVersion = Plan.Plan.Version,
            PlanHash = Stream.Cycle.Start!.PlanHash,
            Round = decided.Round,
            Stage = round.Stage,
            DossierHash = decided.DossierHash,
            RuleVersion = decided.RuleVersion,
            Approver = decided.Approver,
            Person = decided.Person,
            SecondStep = approval.SecondStep ?? SecondStep.None,
            Verdict = decided.Verdict,
            Comment = decided.Comment,
            Reopen = AnsweredParts.Of(decided.Reopen),
            Closes = Quorum.Closes(approval, round),
            Judged = Judged.ToUniversalTime(),
            ChainHead = Head,
            KeyId = KeyId,
        };
    }

    /// <summary>The document about the end of a round that is about to be recorded.</summary>
    public RoundResult Result(CycleEvent.RoundEnded ended)
    {
        var (approval, round) = (Plan.Plan.Approval, Stream.Cycle.Round(ended.Round)!);
        return new()
        {
            Version = SignedText.Version,
            Number = Number,
            Cycle = Cycle.Value,
            PlanVersion = Plan.Plan.Version,
            PlanHash = Stream.Cycle.Start!.PlanHash,
            Round = ended.Round,
            DossierHash = round.DossierHash,
            RuleVersion = Quorum.Version,
            Outcome = ended.Outcome,
            Stages =
            [
                .. Quorum
                    .Asked(approval, round, Judged)
                    .Select((stage, at) => Counted(at + 1, stage)),
            ],
            Answers =
            [
                .. Stream
                    .Where(entry =>
                        entry.Event is CycleEvent.Decided decided && decided.Round == ended.Round
                    )
                    .Select(Answered)
                    .Concat(approval.Approvers.SelectMany(seat => InSession(round, seat.Id))),
            ],
            Barred = round.Barred.Count > 0 ? round.Barred : null,
            Judged = Judged.ToUniversalTime(),
            ChainHead = Head,
            KeyId = KeyId,
        };
    }

    private Entry Last => Stream[^1];

    private string Number => ReceiptNumber.Of(Stream.Id, Last.Sequence + 1);

    private ReceiptHead Head => new(Last.Sequence, Last.Hash);

    private static ResultStage Counted(int number, StageTally stage) =>
        new(
            number,
            [.. stage.Members],
            stage.Base,
            stage.Needed,
            stage.Of(DecisionVerdict.Approve),
            stage.Of(DecisionVerdict.RequestChanges),
            stage.Of(DecisionVerdict.Reject),
            stage.Of(DecisionVerdict.Abstain),
            stage.Of(DecisionVerdict.Recuse),
            stage.Open
        );

    private static ResultAnswer Answered(Entry entry)
    {
        var decided = (CycleEvent.Decided)entry.Event;
        return new(
            decided.Approver,
            decided.Person,
            decided.Verdict,
            entry.RecordedAt.ToUniversalTime(),
            ReceiptNumber.Of(entry),
            entry.Hash
        );
    }

    // What stands on operations' word has no entry of its own: it stands in that of the session.
    private IEnumerable<ResultAnswer> InSession(RoundState round, string seat)
    {
        if (round.AnswerOf(seat) is { Own: null, Order: { } order } answer)
        {
            var entry = Stream[(int)order.Sequence - 1];
            yield return new(
                seat,
                answer.Person == seat ? null : answer.Person,
                answer.Verdict,
                entry.RecordedAt.ToUniversalTime(),
                ReceiptNumber.Of(entry),
                entry.Hash
            );
        }
    }
}
