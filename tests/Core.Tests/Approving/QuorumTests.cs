using CsCheck;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Approving;

public sealed class QuorumTests
{
    private const string Before = "2024-10-12T08:59:59+07:00";
    private const string AtClose = "2024-10-12T09:00:00+07:00";
    private static readonly Deadline RoundCloses = Instant(AtClose);

    private static readonly IGen<string>[] WithoutCasting =
    [
        Gen.Const("share"),
        Gen.Const("aside"),
        Gen.Const("head"),
        Gen.Const("wait"),
        Gen.Const("plain"),
    ];

    private static readonly IGen<string>[] OneStage =
    [
        .. WithoutCasting,
        Gen.Const("casting"),
        Gen.Const("silence rejects"),
    ];

    // A letter is an answer (approve, changes, reject, take no side, withdraw), the digit the approver; a star: about another dossier.
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
        Assert.Equal(
            expected,
            Quorum.IsOutOfReach(Approval(3, 5), Round([.. Read(answers)]), At(Before))
        );

    // Five members; approver-1 is the head.
    [Theory]
    [InlineData("share", "a1 a2 a3", null, "three of five are no two thirds")]
    [InlineData("share", "a1 a2 a3 a4", RoundOutcome.Approved, "two thirds of five are four")]
    [InlineData("share", "a1 a2 a3 w5", RoundOutcome.Approved, "of four they are three")]
    [InlineData("share", "a1 a2 a3 s5", null, "who abstains is one of five")]
    [InlineData("share", "a1 a2 w3 w4 w5", RoundOutcome.Approved, "of two, two")]
    [InlineData("share", "w1 w2 w3 w4 w5", RoundOutcome.Expired, "nobody approves nothing")]
    [InlineData("aside", "a1 a2 a3 s5", RoundOutcome.Approved, "unless the plan leaves them out")]
    [InlineData("aside", "s1 s2 s3 s4 s5", RoundOutcome.Expired, "and then nobody is left")]
    [InlineData("head", "a2 a3 a4 a5", null, "not without the head")]
    [InlineData("head", "a2 a3 a4 a5 a1", RoundOutcome.Approved, "who comes last")]
    [InlineData("head", "a1 a2 a3 a4", RoundOutcome.Approved, "or among the four")]
    [InlineData("head", "a2 a3 a4 a5 s1", RoundOutcome.Expired, "nobody stands in for the head")]
    [InlineData("head", "a2 a3 a4 a5 w1", RoundOutcome.Expired, "not even who withdraws")]
    [InlineData("casting", "a1 a2 r3 r4 s5", RoundOutcome.Approved, "the head decides a tie")]
    [InlineData("casting", "r1 a2 a3 r4 s5", RoundOutcome.Rejected, "either way")]
    [InlineData("casting", "s1 a2 a3 r4 r5", RoundOutcome.Expired, "unless the head took no side")]
    [InlineData("casting", "a1 a2 r3 r4", null, "not while somebody may answer")]
    [InlineData("casting", "a1 a2 r3 s4 s5", RoundOutcome.Expired, "only a tie")]
    [InlineData("wait", "c1", null, "changes wait for the others")]
    [InlineData("wait", "c1 a2 a3 a4", null, "for all of them")]
    [InlineData("wait", "c1 a2 a3 a4 a5", RoundOutcome.ChangesAsked, "then they weigh more")]
    [InlineData("wait", "c1 r2 r3 r4", RoundOutcome.Rejected, "than anything but rejections")]
    public void Other_rules(string rules, string answers, RoundOutcome? expected, string why)
    {
        var outcome = Quorum.Decide(Rules(rules), Round([.. Read(answers)]), At(Before));

        Assert.True(outcome == expected, $"{why}: {outcome}");
    }

    [Theory]
    [InlineData("wait", "c1", RoundOutcome.ChangesAsked)]
    [InlineData("casting", "a1 r2", RoundOutcome.Approved)]
    [InlineData("casting", "r1 a2", RoundOutcome.Rejected)]
    [InlineData("casting", "", RoundOutcome.Expired)]
    [InlineData("silence rejects", "a1 a2", RoundOutcome.Rejected)]
    [InlineData("silence rejects", "a1 a2 s3 s4 s5", RoundOutcome.Expired)]
    [InlineData("silence rejects", "c1", RoundOutcome.ChangesAsked)]
    [InlineData("silence extends", "a1 a2", null)]
    [InlineData("silence extends", "a1 a2 s3 s4 s5", RoundOutcome.Expired)]
    public void At_the_close(string rules, string answers, RoundOutcome? expected) =>
        Assert.Equal(expected, Quorum.Decide(Rules(rules), Round([.. Read(answers)]), At(AtClose)));

    [Fact]
    public void A_round_stays_open_as_long_again_once()
    {
        var (plan, round) = (Rules("silence extends"), Round([]));

        Assert.Equal(RoundTurn.None, Quorum.Turn(plan, round, At(Before)));
        Assert.Equal(RoundTurn.Extend, Quorum.Turn(plan, round, At(AtClose)));
        var until = Quorum.Closes(plan, round);
        Assert.Equal(RoundCloses.MovedBy(plan.Closes), until);

        // Answers are taken whether or not it is written down by then.
        var last = until.Show(TimeZoneInfo.Utc).AddSeconds(-1);
        Assert.Null(Quorum.Decide(plan, round, last));
        Assert.Equal(RoundOutcome.Expired, Quorum.Decide(plan, round, last.AddSeconds(1)));
        var extended = round with { Closes = until, IsExtended = true };
        Assert.Equal(until, Quorum.Closes(plan, extended));
        Assert.Equal(RoundTurn.None, Quorum.Turn(plan, extended, last));
        Assert.Null(Quorum.Decide(plan, extended, last));
        Assert.Equal(RoundOutcome.Expired, Quorum.Decide(plan, extended, last.AddSeconds(1)));
    }

    // Two prepare, the head decides.
    [Theory]
    [InlineData(1, "a2", RoundTurn.None, null)]
    [InlineData(1, "a2 a3", RoundTurn.NextStage, null)]
    [InlineData(1, "a1 a2", RoundTurn.None, null)]
    [InlineData(1, "r2 r3", RoundTurn.None, RoundOutcome.Rejected)]
    [InlineData(1, "a2 r3", RoundTurn.None, RoundOutcome.Expired)]
    [InlineData(1, "c2", RoundTurn.None, RoundOutcome.ChangesAsked)]
    [InlineData(2, "a2 a3", RoundTurn.None, null)]
    [InlineData(2, "a2 a3 a1", RoundTurn.None, RoundOutcome.Approved)]
    [InlineData(2, "a2 a3 r1", RoundTurn.None, RoundOutcome.Rejected)]
    public void Stages_are_asked_in_order(
        int stage,
        string answers,
        RoundTurn turn,
        RoundOutcome? expected
    )
    {
        var round = Round([.. Read(answers)]) with { Stage = stage };

        Assert.Equal(turn, Quorum.Turn(Rules("stages"), round, At(Before)));
        Assert.Equal(expected, Quorum.Decide(Rules("stages"), round, At(Before)));
    }

    [Fact]
    public void A_stage_that_approved_in_time_is_not_expired_before_the_next_is_asked() =>
        Assert.Equal(
            (null, RoundTurn.NextStage),
            (
                Quorum.Decide(Rules("stages"), Round([.. Read("a2 a3")]), At(AtClose)),
                Quorum.Turn(Rules("stages"), Round([.. Read("a2 a3")]), At(AtClose))
            )
        );

    [Fact]
    public void Whoever_sent_what_is_decided_has_no_seat()
    {
        var round = Round([.. Read("a1 a2 a3")]) with { Barred = ["approver-1", "approver-5"] };

        Assert.Null(Quorum.Decide(Rules("share") with { Quorum = 3 }, round, At(Before)));
        Assert.Equal(RoundOutcome.Approved, Quorum.Decide(Rules("share"), round, At(Before)));
        Assert.DoesNotContain(
            "approver-1",
            Quorum.Current(Rules("share"), round, At(Before)).Members
        );
        Assert.True(Quorum.IsOutOfReach(Rules("head"), round, At(Before)));
    }

    [Fact]
    public void The_order_of_answers_matters_only_where_one_had_ended_the_round() =>
        Gen.Select(
                Gen.OneOf(OneStage),
                Gen.Enum<DecisionVerdict>().Array[0, 5],
                Gen.Int[0, 1000],
                Gen.Bool
            )
            .Sample(
                (rules, verdicts, seed, closed) =>
                {
                    CycleEvent.Decided[] answers =
                    [
                        .. verdicts.Select((verdict, i) => Decision(i + 1, verdict, ofThis: true)),
                    ];
                    CycleEvent.Decided[] other = [.. answers];
                    new Random(seed).Shuffle(other);
                    var plan = Rules(rules);
                    return EndsEarly(plan, answers)
                        || EndsEarly(plan, other)
                        || At(answers, closed) == At(other, closed);

                    RoundOutcome? At(CycleEvent.Decided[] all, bool isClosed) =>
                        Quorum.Decide(plan, Round(all), Given.At(isClosed ? AtClose : Before));
                },
                iter: Many
            );

    // And whatever is said later, it could not have come otherwise.
    [Fact]
    public void A_round_out_of_reach_is_approved_by_no_further_answers() =>
        Gen.Select(
                Gen.OneOf(WithoutCasting),
                Gen.Enum<DecisionVerdict>().Array[0, 4],
                Gen.Enum<DecisionVerdict>().Array[5, 5]
            )
            .Sample(
                (rules, before, after) =>
                {
                    CycleEvent.Decided[] first =
                    [
                        .. before.Select((verdict, i) => Decision(i + 1, verdict, ofThis: true)),
                    ];
                    CycleEvent.Decided[] all =
                    [
                        .. first,
                        .. after
                            .Select((verdict, i) => Decision(i + 1, verdict, ofThis: true))
                            .Skip(first.Length),
                    ];
                    return !Quorum.IsOutOfReach(Rules(rules), Round(first), At(Before))
                        || Quorum.Decide(Rules(rules), Round(all), At(AtClose))
                            != RoundOutcome.Approved;
                },
                iter: Many
            );

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
                    // The numbers of this plan are no shares: who abstains or withdraws only leaves fewer to answer.
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

    private static bool EndsEarly(ApprovalPlan plan, CycleEvent.Decided[] answers) =>
        Enumerable
            .Range(0, answers.Length)
            .Any(count => Quorum.Decide(plan, Round(answers[..count]), At(Before)) is not null);

    private static ApprovalPlan Rules(string name) =>
        name switch
        {
            "plain" => Approval(),
            "share" => Approval() with { Quorum = Threshold.Share(2, 3), Rejections = 3 },
            "aside" => Rules("share") with { AbstentionsCount = false },
            "head" => Rules("share") with { Required = ["approver-1"] },
            "casting" => Approval(3, 3) with { Casting = "approver-1" },
            "wait" => Approval(3, 3) with { Changes = ChangesAsked.Wait },
            "silence rejects" => Approval(3, 3) with { OnTimeout = UndecidedRound.Reject },
            "silence extends" => Approval(3, 3) with { OnTimeout = UndecidedRound.Extend },
            "stages" => Approval(2, 2) with
            {
                Approvers = [.. Approval().Approvers.Take(3)],
                Stages =
                [
                    new(["approver-2", "approver-3"]),
                    new(["approver-1"]) { Quorum = 1, Rejections = 1 },
                ],
            },
            _ => throw new ArgumentException(name, nameof(name)),
        };

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
                        's' => DecisionVerdict.Abstain,
                        'w' => DecisionVerdict.Recuse,
                        _ => throw new FormatException(answer),
                    },
                    ofThis: !answer.EndsWith('*')
                )
            );

    private static CycleEvent.Decided Decision(int person, DecisionVerdict verdict, bool ofThis) =>
        new(1, ofThis ? "hash" : "older", $"approver-{person}", verdict, "", []);
}
