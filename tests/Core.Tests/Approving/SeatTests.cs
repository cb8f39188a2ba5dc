using CsCheck;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Approving;

/// <summary>Five approvers, three of whom approve; hours are counted from the opening of the round, which closes after 240.</summary>
public sealed class SeatTests
{
    private const string Hash = "hash";
    private const string One = "approver-1";
    private const string Two = "approver-2";
    private static readonly DateTimeOffset Asked = At("2024-10-02T09:00:00+07:00");

    private static readonly ApprovalPlan Rules = Approval() with
    {
        Deputies =
        [
            new(One, [Person("deputy-1"), Person("deputy-2")]),
            new(Two, [Person("deputy-1")]),
        ],
        EscalateAfter = TimeSpan.FromHours(100),
    };

    private static readonly PlanLookup Hanoi = new(Plan().Plan with { Approval = Rules });
    private static readonly string[] Committee = [.. Rules.Approvers.Select(person => person.Id)];

    [Fact]
    public void A_deputy_answers_for_one_seat_once_and_the_first_answer_of_either_stands()
    {
        var named = new CycleEvent.DeputyNamed(1, One, "deputy-1", One);
        var state = State((1, named));

        Assert.Null(Refuse(State(), 1, Answer(One)));
        Assert.Equal("decision-not-entitled", Refuse(State(), 1, Answer(One, by: "deputy-1")));
        Assert.Null(Refuse(state, 2, Answer(One, by: "deputy-1")));
        Assert.Null(Refuse(state, 2, Answer(One)));
        Assert.Equal("decision-not-entitled", Refuse(state, 2, Answer(Two, by: "deputy-1")));

        var answered = State((1, named), (2, Answer(One, by: "deputy-1")));
        Assert.Equal("decision-already-made", Refuse(answered, 3, Answer(One)));
        Assert.Equal("decision-already-made", Refuse(answered, 3, Answer(One, by: "deputy-1")));
        Assert.Equal(
            1,
            Quorum.Current(Rules, answered.CurrentRound!, Hour(3)).Of(DecisionVerdict.Approve)
        );
    }

    [Fact]
    public void Only_the_holder_of_a_seat_names_a_deputy_and_of_those_listed_one_who_is_free()
    {
        var state = State((1, new CycleEvent.DeputyNamed(1, One, "deputy-1", One)));

        Assert.Null(Name(State(), One, "deputy-1", One));
        Assert.Equal("decision-not-entitled", Name(State(), One, "deputy-1", Two));
        Assert.Equal("decision-not-entitled", Name(State(), One, "deputy-1", null));
        Assert.Equal("deputy-not-listed", Name(State(), One, Two, One));
        Assert.Equal("deputy-already-named", Name(state, One, "deputy-2", One));
        Assert.Equal("deputy-has-seat", Name(state, Two, "deputy-1", Two));
        // No deputy's deputy.
        Assert.Equal("decision-not-entitled", Name(state, One, "deputy-2", "deputy-1"));
        Assert.Equal("decision-already-made", Name(State((1, Answer(One))), One, "deputy-1", One));
        Assert.Equal("decision-round-over", Name(State(), One, "deputy-1", One, at: 240));
        Assert.Equal("deputy-barred", Name(State("deputy-1"), One, "deputy-1", One));
    }

    [Fact]
    public void A_deputy_is_taken_back_until_they_have_answered()
    {
        var named = new CycleEvent.DeputyNamed(1, One, "deputy-1", One);
        var revoked = new CycleEvent.DeputyRevoked(1, One, "deputy-1", One);

        Assert.Null(DeputyRules.Refuse(Rules, State((1, named)), revoked, Hour(2)));
        Assert.Equal(
            "deputy-not-named",
            DeputyRules.Refuse(Rules, State(), revoked, Hour(2))?.Code
        );
        Assert.Equal(
            "decision-already-made",
            DeputyRules
                .Refuse(
                    Rules,
                    State((1, named), (2, Answer(One, by: "deputy-1"))),
                    revoked,
                    Hour(3)
                )
                ?.Code
        );

        var state = State((1, named), (2, revoked));
        Assert.Equal("decision-not-entitled", Refuse(state, 3, Answer(One, by: "deputy-1")));
        Assert.True(state.CurrentRound!.IsPassed("deputy-1"));
        Assert.Null(Name(state, Two, "deputy-1", Two));
    }

    [Fact]
    public void The_plan_has_a_free_deputy_asked_for_each_seat_that_did_not_answer_and_nobody_twice()
    {
        Assert.Null(DeputyRules.NextEscalation(Rules, State().CurrentRound!, Hour(99)));

        var first = DeputyRules.NextEscalation(Rules, State().CurrentRound!, Hour(100));
        Assert.Equal(new CycleEvent.DeputyNamed(1, One, "deputy-1", By: null), first);
        // Whom the first seat has, the second cannot have.
        Assert.Null(
            DeputyRules.NextEscalation(Rules, State((100, first!)).CurrentRound!, Hour(100))
        );
        var answered = State((50, Answer(One)));
        Assert.Equal(
            new CycleEvent.DeputyNamed(1, Two, "deputy-1", By: null),
            DeputyRules.NextEscalation(Rules, answered.CurrentRound!, Hour(100))
        );
        Assert.Equal(Hour(100), ApprovalTerms.Of(Rules, answered.CurrentRound!, Hour(0)).Escalates);
        Assert.Null(
            DeputyRules.Escalates(Rules, State((50, Answer(One)), (51, Answer(Two))).CurrentRound!)
        );
    }

    [Fact]
    public void Answers_of_a_session_count_once_all_are_told_a_second_operator_confirmed_and_nobody_objected()
    {
        (int, CycleEvent)[] recorded = [(10, Meeting(One, Two, "approver-3"))];
        Assert.Null(Outcome(200, recorded));

        (int, CycleEvent)[] told = [.. recorded, .. Told(11, Committee)];
        Assert.Null(Outcome(200, told));

        (int, CycleEvent)[] confirmed = [.. told, (12, Confirmed(2))];
        Assert.Null(Outcome(34, confirmed));
        Assert.Equal(RoundOutcome.Approved, Outcome(35, confirmed));

        // Of five one is not told.
        Assert.Null(Outcome(200, [.. recorded, .. Told(11, Committee[..4]), (12, Confirmed(2))]));
    }

    [Fact]
    public void An_objection_gives_the_seat_back_and_stops_the_clock_for_all()
    {
        (int, CycleEvent)[] objected =
        [
            (10, Meeting(One, Two, "approver-3", "approver-4")),
            .. Told(11, Committee),
            (12, Confirmed(2)),
            (30, new CycleEvent.SeatObjected(2, One, One, "")),
        ];

        Assert.Null(Outcome(200, objected));
        Assert.Null(Refuse(State(objected), 31, Answer(One)));
        Assert.Null(State(objected).CurrentRound!.AnswerOf(One));

        (int, CycleEvent)[] again = [.. objected, (40, Confirmed(2))];
        Assert.Null(Outcome(53, again));
        Assert.Equal(RoundOutcome.Approved, Outcome(54, again));
        Assert.Equal("objection-made", Object(State(again), One, One, 45));
        Assert.Null(Object(State(again), Two, Two, 53));
        Assert.Equal("objection-late", Object(State(again), Two, Two, 54));
        Assert.Equal("objection-not-yours", Object(State(again), Two, "approver-3", 45));
        Assert.Equal("objection-not-yours", Object(State(again), "approver-5", "approver-5", 45));
    }

    [Fact]
    public void Nobody_confirms_what_they_did_themselves()
    {
        var state = State((10, Meeting(One)));

        Assert.Equal(
            "seats-same-operator",
            ObjectionRules.Refuse(state, Confirmed(2) with { Account = " lan ", By = "Minh" })?.Code
        );
        Assert.Null(ObjectionRules.Refuse(state, Confirmed(2)));
        Assert.Equal("seats-not-waiting", ObjectionRules.Refuse(state, Confirmed(1))?.Code);
        Assert.Equal(
            "seats-not-waiting",
            ObjectionRules.Refuse(State((10, Meeting(One)), (11, Confirmed(2))), Confirmed(2))?.Code
        );
    }

    [Fact]
    public void An_answer_by_link_goes_before_what_operations_say_of_a_session()
    {
        (int, CycleEvent)[] events =
        [
            (10, Meeting(One)),
            .. Told(11, Committee),
            (12, Confirmed(2)),
        ];
        var rejects = Answer(One) with { Verdict = DecisionVerdict.Reject, Comment = "No" };

        Assert.Null(Refuse(State(events), 34, rejects));
        Assert.Equal("decision-already-made", Refuse(State(events), 35, rejects));
        Assert.Equal(
            DecisionVerdict.Reject,
            State([.. events, (34, rejects)]).CurrentRound!.AnswerOf(One)!.Verdict
        );
        Assert.Equal("decision-already-made", Record(State((9, rejects)), 10, One));
    }

    [Fact]
    public void The_close_waits_while_somebody_may_object()
    {
        (int, CycleEvent)[] events =
        [
            (230, Meeting(One, Two, "approver-3")),
            .. Told(231, Committee),
        ];
        Assert.Equal(RoundOutcome.Expired, Outcome(240, events));

        (int, CycleEvent)[] confirmed = [.. events, (232, Confirmed(2))];
        Assert.Null(Outcome(254, confirmed));
        Assert.Equal(
            Hour(255),
            ApprovalTerms.Of(Rules, State(confirmed).CurrentRound!, Hour(241)).Counts
        );
        Assert.Equal(RoundOutcome.Approved, Outcome(255, confirmed));
    }

    [Fact]
    public void Whoever_is_put_into_a_seat_answers_for_it_and_counts_as_an_answer_of_a_session_does()
    {
        (int, CycleEvent)[] put = [(10, Passed(One)), .. Told(11, Committee)];
        var state = State(put);

        Assert.Equal("decision-not-entitled", Refuse(state, 12, Answer(One)));
        Assert.Null(Refuse(state, 12, Answer(One, by: "approver-1-2")));

        (int, CycleEvent)[] answered =
        [
            .. put,
            (12, Answer(One, by: "approver-1-2")),
            (13, Answer(Two)),
            (14, Answer("approver-3")),
        ];
        Assert.Null(Outcome(200, answered));
        Assert.Null(Outcome(34, [.. answered, (15, Confirmed(2))]));
        Assert.Equal(RoundOutcome.Approved, Outcome(35, [.. answered, (15, Confirmed(2))]));

        // The approver is there after all: the seat is theirs, and the answer is gone.
        (int, CycleEvent)[] objected =
        [
            .. answered,
            (16, new CycleEvent.SeatObjected(2, One, One, "")),
        ];
        Assert.Null(State(objected).CurrentRound!.AnswerOf(One));
        Assert.Equal(
            "decision-not-entitled",
            Refuse(State(objected), 17, Answer(One, by: "approver-1-2"))
        );
        Assert.Null(Refuse(State(objected), 17, Answer(One)));
        Assert.True(State(objected).CurrentRound!.IsPassed("approver-1-2"));
    }

    [Fact]
    public void An_answer_given_before_the_seat_passed_stands_and_counts()
    {
        (int, CycleEvent)[] events =
        [
            (5, Answer(One)),
            (10, Passed(One)),
            (12, Answer(Two)),
            (13, Answer("approver-3")),
        ];

        Assert.Equal(RoundOutcome.Approved, Outcome(13, events));
        Assert.Equal(
            "decision-already-made",
            Refuse(State(events[..2]), 11, Answer(One, by: "approver-1-2"))
        );
    }

    [Fact]
    public void A_deputy_named_by_whom_operations_put_in_stands_on_operations_word()
    {
        (int, CycleEvent)[] events =
        [
            (10, Passed(One)),
            (11, new CycleEvent.DeputyNamed(1, One, "deputy-1", "approver-1-2")),
            (12, Answer(One, by: "deputy-1")),
            (13, Answer(Two)),
            (14, Answer("approver-3")),
        ];

        Assert.Null(Outcome(200, events));
        Assert.Null(
            State([.. events, (15, new CycleEvent.SeatObjected(2, One, One, ""))])
                .CurrentRound!.AnswerOf(One)
        );
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("approver-5", "seat-taken")]
    [InlineData("deputy-2", "seat-taken")]
    [InlineData("ba-dinh-van-phong", "seat-barred")]
    public void One_person_has_one_seat_and_no_sender_gets_one(string whose, string? code)
    {
        var email = whose.Length == 0 ? "new@example.org" : Hanoi.FindPerson(whose)!.Email;
        var plan = new PlanLookup(
            Hanoi.Plan with
            {
                Approval = Rules with { SelfApproval = false },
            }
        );
        var (@event, why) = Replacing(email).Decide(plan, State(), ["ba-dinh-van-phong"], "h");

        Assert.Equal(code, why?.Code);
        Assert.Equal(code is null, @event is not null);
        if (@event is not null)
        {
            Assert.Equal((One, One, "approver-1-2"), (@event.Seat, @event.From, @event.To));
            Assert.Equal(Committee, @event.Terms.Concerned);
            Assert.Equal(24, @event.Terms.Hours);
        }
    }

    [Fact]
    public void A_session_is_about_the_dossier_that_its_members_had()
    {
        Assert.Null(Record(State(), 10, One, Two));
        Assert.Equal("meeting-empty", Record(State(), 10));
        Assert.Equal("meeting-twice", Record(State(), 10, One, One));
        Assert.Equal("decision-not-asked", Record(State(), 10, "deputy-1"));
        Assert.Equal("decision-round-over", Record(State(), 240, One));
        var command = Recording(One);
        Assert.Equal(
            "meeting-when",
            (command with { Held = Hour(-1) }).Refuse(Rules, State(), Hour(5))?.Code
        );
        Assert.Equal("meeting-when", command.Refuse(Rules, State(), Hour(0))?.Code);
        Assert.Equal(
            "decision-dossier-replaced",
            (command with { DossierHash = "older" }).Refuse(Rules, State(), Hour(5))?.Code
        );
    }

    // Deputies, sessions and answers by link at the same instant: what they come to does not depend on who was first, but where one had ended the round.
    [Fact]
    public void The_order_of_acts_matters_only_where_one_had_ended_the_round() =>
        Gen.Select(
                Gen.Select(Gen.Enum<DecisionVerdict>(), Gen.Int[0, 2]).Array[0, 5],
                Gen.Int[0, 1000],
                Gen.Int[0, 60]
            )
            .Sample(
                (answers, seed, hour) =>
                {
                    CycleEvent[] acts =
                    [
                        .. answers.Select(
                            (answer, i) =>
                                (CycleEvent)(
                                    answer.Item2 == 0
                                        ? Meeting(answer.Item1, Committee[i])
                                        : Answer(Committee[i]) with
                                        {
                                            Verdict = answer.Item1,
                                        }
                                )
                        ),
                    ];
                    CycleEvent[] other = [.. acts];
                    new Random(seed).Shuffle(other);
                    return EndsEarly(acts)
                        || EndsEarly(other)
                        || Outcome(hour, Settled(acts)) == Outcome(hour, Settled(other));
                },
                iter: 2000
            );

    private static bool EndsEarly(CycleEvent[] acts) =>
        Enumerable
            .Range(0, acts.Length)
            .Any(count => Outcome(1, [.. acts[..count].Select(act => (1, act))]) is not null);

    private static (int, CycleEvent)[] Settled(CycleEvent[] acts) =>
        [
            .. acts.Select(act => (1, act)),
            .. acts.Index()
                .Where(one => one.Item is CycleEvent.MeetingRecorded)
                .SelectMany(one =>
                    Told(2, Committee, one.Index + 2).Append((2, Confirmed(one.Index + 2)))
                ),
        ];

    private static CycleEvent.Decided Answer(string seat, string? by = null) =>
        new(1, Hash, seat, DecisionVerdict.Approve, "", [])
        {
            Person = by,
            RuleVersion = Quorum.Version,
        };

    private static CycleEvent.MeetingRecorded Meeting(params string[] seats) =>
        Meeting(DecisionVerdict.Approve, seats);

    private static CycleEvent.MeetingRecorded Meeting(
        DecisionVerdict verdict,
        params string[] seats
    ) =>
        new(
            1,
            Hash,
            Hour(1),
            [.. seats.Select(seat => new MeetingAnswer(seat, verdict))],
            "m",
            "m.pdf",
            Terms
        );

    private static ObjectionTerms Terms => new(Committee, 24, "Lan", "Lan", "In session");

    private static CycleEvent.SeatPassed Passed(string seat) =>
        new(seat, seat, $"{seat}-2", "c", Terms);

    private static CycleEvent.SeatsConfirmed Confirmed(long order) =>
        new(order, "Minh", "Minh", "Read the minutes");

    private static IEnumerable<(int, CycleEvent)> Told(int hour, string[] people, long order = 2) =>
        people.Select(person =>
            (
                hour,
                (CycleEvent)
                    new CycleEvent.Mailed(
                        "letter",
                        SeatOrder.OccasionOf(BaDinh.Cycle, order),
                        person,
                        MailResult.Sent
                    )
            )
        );

    private static Command.RecordMeeting Recording(params string[] seats) =>
        new(
            1,
            Hash,
            Hour(1),
            [.. seats.Select(seat => new MeetingAnswer(seat, DecisionVerdict.Approve))],
            "m.pdf",
            "Lan",
            "Lan",
            "In session"
        );

    private static string? Record(CycleState state, int at, params string[] seats) =>
        Recording(seats).Refuse(Rules, state, Hour(at))?.Code;

    private static Command.ReplaceApprover Replacing(string email) =>
        new(One, "Nguyễn Văn Mới", email, Language.Vi, "Lan", "Lan", "Retired");

    private static string? Refuse(CycleState state, int at, CycleEvent.Decided answer) =>
        DecisionRules.Refuse(Hanoi, state, answer, Hour(at))?.Code;

    private static string? Name(
        CycleState state,
        string seat,
        string person,
        string? by,
        int at = 5
    ) =>
        DeputyRules
            .Refuse(Rules, state, new CycleEvent.DeputyNamed(1, seat, person, by), Hour(at))
            ?.Code;

    private static string? Object(CycleState state, string seat, string person, int at) =>
        ObjectionRules
            .Refuse(state, new CycleEvent.SeatObjected(2, seat, person, ""), Hour(at))
            ?.Code;

    private static RoundOutcome? Outcome(int at, (int, CycleEvent)[] events) =>
        Quorum.Decide(Rules, State(events).CurrentRound!, Hour(at));

    private static DateTimeOffset Hour(int hour) => Asked.AddHours(hour);

    private static CycleState State(params (int At, CycleEvent Event)[] events) =>
        State(barred: null, events);

    private static CycleState State(string? barred, params (int At, CycleEvent Event)[] events)
    {
        var entries = new List<Entry>();
        foreach (
            var (at, @event) in events.Prepend(
                (
                    0,
                    new CycleEvent.RoundOpened(1, Hash, Deadline.At(Hour(240)))
                    {
                        Barred = barred is null ? null : [barred],
                    }
                )
            )
        )
        {
            entries.Add(
                Chain.Next(
                    BaDinh.Cycle.Stream,
                    entries.LastOrDefault(),
                    Hour(at),
                    $"k{entries.Count}",
                    @event
                )
            );
        }
        return CycleState.Of(entries);
    }
}
