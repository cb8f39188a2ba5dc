using CsCheck;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Approving;

public sealed class QuorumTests
{
    private const string Before = "2024-10-12T08:59:59+07:00";
    private const string AtClose = "2024-10-12T09:00:00+07:00";
    private static readonly Deadline RoundCloses = Instant(AtClose);

    // A letter is an answer (approve, changes, reject), the digit the approver; a star: about another dossier.
    [Theory]
    [InlineData("", Before, null, "nobody answered")]
    [InlineData("a1 a2", Before, null, "two of three")]
    [InlineData("a1 a2 a3", Before, RoundOutcome.Approved, "three of five")]
    [InlineData("a1 a1 a1", Before, null, "one person three times is one")]
    [InlineData("a1 a2 a9", Before, null, "a stranger does not count")]
    [InlineData("a1 a2 a3*", Before, null, "an answer about another dossier does not count")]
    [InlineData("a1 a2 c3", Before, RoundOutcome.ChangesAsked, "one request for changes ends it")]
    [InlineData("c1", Before, RoundOutcome.ChangesAsked, "even the first answer")]
    [InlineData(
        "a1 a2 a3 c4",
        Before,
        RoundOutcome.ChangesAsked,
        "changes weigh more than a quorum"
    )]
    [InlineData("c9", Before, null, "a stranger's request does not count")]
    [InlineData("c1*", Before, null, "nor one about another dossier")]
    [InlineData("r1", Before, null, "one rejection of two")]
    [InlineData("r1 r1", Before, null, "one person twice is one")]
    [InlineData("r1 r2", Before, RoundOutcome.Rejected, "two rejections")]
    [InlineData("r1 r9", Before, null, "a stranger's rejection does not count")]
    [InlineData("r1 r2 c3", Before, RoundOutcome.Rejected, "rejections weigh more than changes")]
    [InlineData("r1 r2 a3 a4 a5", Before, RoundOutcome.Rejected, "and more than a quorum")]
    [InlineData(
        "r1 c2",
        Before,
        RoundOutcome.ChangesAsked,
        "one rejection does not hold changes up"
    )]
    [InlineData("r1 a2 a3 a4", Before, RoundOutcome.Approved, "nor a quorum")]
    [InlineData("a1 r1 r2", Before, null, "the first answer of a person stands")]
    [InlineData(
        "a1* a1 a2 a3",
        Before,
        RoundOutcome.Approved,
        "an answer about another dossier does not use up one's own"
    )]
    [InlineData("", AtClose, RoundOutcome.Expired, "the close is exclusive")]
    [InlineData("a1 a2", AtClose, RoundOutcome.Expired, "without a quorum")]
    [InlineData(
        "a1 a2 a3",
        AtClose,
        RoundOutcome.Approved,
        "what was decided before stays decided"
    )]
    [InlineData("c1", AtClose, RoundOutcome.ChangesAsked, "changes too")]
    [InlineData("r1 r2", AtClose, RoundOutcome.Rejected, "rejections too")]
    [InlineData("r1", AtClose, RoundOutcome.Expired, "one rejection is not enough")]
    public void Answers_add_up(string answers, string now, RoundOutcome? expected, string why)
    {
        var outcome = Quorum.Decide(Approval(), Round([.. Read(answers)]), At(now));

        Assert.True(outcome == expected, $"{why}: {outcome}");
    }

    [Theory]
    [InlineData(1, 1, "a1", RoundOutcome.Approved)]
    [InlineData(5, 1, "a1 a2 a3 a4", null)]
    [InlineData(5, 1, "a1 a2 a3 a4 a5", RoundOutcome.Approved)]
    [InlineData(5, 1, "r1", RoundOutcome.Rejected)]
    [InlineData(5, 2, "a1 a2 a3 r4", null)]
    [InlineData(5, 2, "a1 a2 a3 r4 r5", RoundOutcome.Rejected)]
    [InlineData(5, 2, "a1 a2 a3 r4 a5", RoundOutcome.Expired)]
    [InlineData(1, 5, "r1 r2 r3 r4", null)]
    public void The_plan_says_how_many(
        int quorum,
        int rejections,
        string answers,
        RoundOutcome? expected
    ) =>
        Assert.Equal(
            expected,
            Quorum.Decide(Approval(quorum, rejections), Round([.. Read(answers)]), At(Before))
        );

    // Three of five approve.
    [Theory]
    [InlineData("", false)]
    [InlineData("r1 r2", false)]
    [InlineData("r1 r2 r3", true)]
    [InlineData("r1 r2 r3 a4", true)]
    [InlineData("a1 a2 r3 r4", false)]
    [InlineData("r1 r2 r3*", false)]
    [InlineData("r1 r2 r9", false)]
    [InlineData("r1 r1 r2", false)]
    public void A_round_that_can_no_longer_be_approved_is_known(string answers, bool expected) =>
        Assert.Equal(expected, Quorum.IsOutOfReach(Approval(3, 5), Round([.. Read(answers)])));

    [Fact]
    public void It_is_what_counting_by_hand_gives() =>
        Gen.Select(
                Gen.Select(Gen.Int[1, 6], Gen.Enum<DecisionVerdict>(), Gen.Int[0, 4]).Array[0, 9],
                Gen.Int[1, 5],
                Gen.Int[1, 5],
                Gen.Bool
            )
            .Sample(
                (answers, quorum, rejections, closed) =>
                {
                    var decisions = answers.Select(answer =>
                        Decision(answer.Item1, answer.Item2, ofThis: answer.Item3 > 0)
                    );
                    var first = new Dictionary<int, DecisionVerdict>();
                    foreach (var (person, verdict, other) in answers)
                    {
                        if (person <= 5 && other > 0)
                        {
                            first.TryAdd(person, verdict);
                        }
                    }
                    int Count(DecisionVerdict verdict) =>
                        first.Values.Count(value => value == verdict);
                    RoundOutcome? expected =
                        Count(DecisionVerdict.Reject) >= rejections ? RoundOutcome.Rejected
                        : Count(DecisionVerdict.RequestChanges) >= 1 ? RoundOutcome.ChangesAsked
                        : Count(DecisionVerdict.Approve) >= quorum ? RoundOutcome.Approved
                        : closed || first.Count == 5 ? RoundOutcome.Expired
                        : null;
                    return Quorum.Decide(
                            Approval(quorum, rejections),
                            Round([.. decisions]),
                            At(closed ? AtClose : Before)
                        ) == expected;
                },
                iter: Many
            );

    private static RoundState Round(IReadOnlyList<CycleEvent.Decided> decisions) =>
        new(1, "hash", RoundCloses, decisions, null);

    private static IEnumerable<CycleEvent.Decided> Read(string answers) =>
        answers
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(answer =>
                Decision(
                    answer[1] - '0',
                    answer[0] switch
                    {
                        'a' => DecisionVerdict.Approve,
                        'c' => DecisionVerdict.RequestChanges,
                        'r' => DecisionVerdict.Reject,
                        _ => throw new FormatException(answer),
                    },
                    ofThis: !answer.EndsWith('*')
                )
            );

    private static CycleEvent.Decided Decision(int person, DecisionVerdict verdict, bool ofThis) =>
        new(1, ofThis ? "hash" : "older", $"approver-{person}", verdict, "", []);
}
