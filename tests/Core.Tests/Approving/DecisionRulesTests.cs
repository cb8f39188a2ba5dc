using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Approving;

public sealed class DecisionRulesTests
{
    private const string Before = "2024-10-12T08:59:59+07:00";
    private const string AtClose = "2024-10-12T09:00:00+07:00";

    private static readonly PlanLookup Hanoi = Plan();
    private static readonly CycleEvent.RoundOpened RoundOne = new(1, "hash", Instant(AtClose));

    private static readonly CycleEvent.Decided Approves = new(
        1,
        "hash",
        "approver-1",
        DecisionVerdict.Approve,
        "",
        []
    )
    {
        RuleVersion = Quorum.Version,
    };

    private static readonly CycleEvent.Decided AsksForChanges = Approves with
    {
        Verdict = DecisionVerdict.RequestChanges,
        Comment = "Thiếu số liệu quý III.",
        Reopen = [PartOf(BaDinh)],
    };

    private static readonly CycleEvent.Decided Rejects = Approves with
    {
        Verdict = DecisionVerdict.Reject,
        Comment = "Không đạt.",
    };

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, CycleEvent.Decided, string?> Answers =>
        new()
        {
            { "an approval needs no words", Approves, null },
            { "but may have some", Approves with { Comment = "Đồng ý." }, null },
            { "changes with words and assignments", AsksForChanges, null },
            { "a rejection with words", Rejects, null },
            { "the longest comment", Approves with { Comment = new string('á', DecisionRules.MaxComment) }, null },
            { "one letter more", Approves with { Comment = new string('á', DecisionRules.MaxComment + 1) }, "decision-comment-too-long" },
            { "a stranger", Approves with { Approver = "ba-dinh-van-phong" }, "decision-not-entitled" },
            { "nobody", Approves with { Approver = "" }, "decision-not-entitled" },
            { "another round", Approves with { Round = 2 }, "decision-round-over" },
            { "a round before", Approves with { Round = 0 }, "decision-round-over" },
            { "another dossier", Approves with { DossierHash = "older" }, "decision-dossier-replaced" },
            { "the dossier's hash in other letters", Approves with { DossierHash = "HASH" }, "decision-dossier-replaced" },
            { "a rejection without words", Rejects with { Comment = "" }, "decision-comment-missing" },
            { "a rejection with blanks", Rejects with { Comment = " \t\n\u00a0" }, "decision-comment-missing" },
            { "changes without words", AsksForChanges with { Comment = "" }, "decision-comment-missing" },
            { "changes of nothing", AsksForChanges with { Reopen = [] }, "decision-nothing-to-reopen" },
            { "by other rules", Approves with { RuleVersion = Quorum.Version + 1 }, "decision-rules-changed" },
            { "by rules that it does not name", Approves with { RuleVersion = 0 }, "decision-rules-changed" },
            { "an abstention needs no words", Approves with { Verdict = DecisionVerdict.Abstain }, null },
            { "nor does who withdraws", Approves with { Verdict = DecisionVerdict.Recuse }, null },
            { "an abstention that reopens", Approves with { Verdict = DecisionVerdict.Abstain, Reopen = [PartOf(BaDinh)] }, "decision-reopen-unexpected" },
            { "an approval that reopens", Approves with { Reopen = [PartOf(BaDinh)] }, "decision-reopen-unexpected" },
            { "a rejection that reopens", Rejects with { Reopen = [PartOf(BaDinh)] }, "decision-reopen-unexpected" },
            { "an assignment nobody owes", AsksForChanges with { Reopen = [PartOf(BaDinh), PartId.Parse("hanoi-01-ctr-tu.ba-dinh.r6.report")] }, "decision-unknown-assignment" },
            { "an assignment of another cycle", AsksForChanges with { Reopen = [PartId.Parse("hanoi-02.ba-dinh.district.report")] }, "decision-unknown-assignment" },
            { "a part that is not asked for", AsksForChanges with { Reopen = [PartId.Parse("hanoi-01-ctr-tu.ba-dinh.district.annex")] }, "decision-unknown-assignment" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_first_refusal_is_named(string why, CycleEvent.Decided answer, string? code)
    {
        var refusal = Refuse(Cycle(RoundOne), answer);

        Assert.True(refusal == code, $"{why}: {refusal}");
    }

    [Fact]
    public void Before_the_first_round_nobody_can_answer() =>
        Assert.Equal("decision-round-over", Refuse(Cycle(), Approves));

    [Fact]
    public void At_its_close_a_round_is_over_though_nobody_wrote_it_down() =>
        Assert.Equal("decision-round-over", Refuse(Cycle(RoundOne), Approves, AtClose));

    [Fact]
    public void A_round_that_ended_takes_no_answer() =>
        Assert.Equal(
            "decision-round-over",
            Refuse(Cycle(RoundOne, new CycleEvent.RoundEnded(1, RoundOutcome.Rejected)), Approves)
        );

    [Fact]
    public void A_round_that_is_void_takes_no_answer_and_says_why()
    {
        var voided = new CycleEvent.RoundVoided(
            1,
            "hash",
            VoidingCause.Exempted,
            BaDinh,
            "Lan",
            "Merged"
        );

        Assert.Equal("decision-round-voided", Refuse(Cycle(RoundOne, voided), Approves));
        Assert.Equal(
            "decision-round-voided",
            Refuse(
                Cycle(
                    RoundOne,
                    voided,
                    new CycleEvent.RoundOpened(2, "newer", Instant("2024-10-30T00:00:00+07:00"))
                ),
                Approves
            )
        );
    }

    [Fact]
    public void Nor_does_one_that_is_decided_and_not_written_down_yet() =>
        Assert.Equal(
            "decision-round-over",
            Refuse(Cycle(RoundOne, AsksForChanges), Approves with { Approver = "approver-2" })
        );

    [Fact]
    public void The_first_answer_of_a_person_stands()
    {
        var state = Cycle(RoundOne, Approves);

        Assert.Equal("decision-already-made", Refuse(state, Rejects));
        Assert.Null(Refuse(state, Rejects with { Approver = "approver-2" }));
    }

    [Fact]
    public void A_new_round_asks_everybody_anew()
    {
        const string Later = "2024-10-20T00:00:00+07:00";
        var state = Cycle(
            RoundOne,
            Approves,
            new CycleEvent.RoundEnded(1, RoundOutcome.Expired),
            new CycleEvent.RoundOpened(2, "newer", Instant("2024-10-30T00:00:00+07:00"))
        );

        Assert.Null(Refuse(state, Approves with { Round = 2, DossierHash = "newer" }, Later));
        Assert.Equal("decision-round-over", Refuse(state, Approves, Later));
    }

    [Fact]
    public void Each_assignment_is_reopened_once_with_every_comment_about_it()
    {
        var baVi = AssignmentId.Parse("hanoi-01-ctr-tu.ba-vi.district");
        var other = AsksForChanges with
        {
            Approver = "approver-2",
            Comment = "Thiếu phụ lục.",
            Reopen = [PartOf(baVi), PartOf(BaDinh), PartOf(BaDinh), new(BaDinh, "annex")],
        };
        var round = new RoundState(
            1,
            "hash",
            RoundOne.Closes,
            [AsksForChanges, other, Approves with { Approver = "approver-3", Comment = "Đồng ý." }],
            null
        );

        var reopened = round.Reopened();

        Assert.Equal(2, reopened.Count);
        Assert.Equal("Thiếu số liệu quý III.\n\nThiếu phụ lục.", reopened[BaDinh].Comment);
        Assert.Equal("Thiếu phụ lục.", reopened[baVi].Comment);
        Assert.Equal(["annex", "report"], reopened[BaDinh].Parts.Order(StringComparer.Ordinal));
        Assert.Equal(["report"], reopened[baVi].Parts);
    }

    private static string? Refuse(
        CycleState state,
        CycleEvent.Decided answer,
        string now = Before
    ) => DecisionRules.Refuse(Hanoi, state, answer, At(now))?.Code;

    private static CycleState Cycle(params IEnumerable<Event> events) =>
        CycleState.Of(Stream(BaDinh.Cycle.Stream, events));
}
