using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Core.Tests.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Requesting;

public sealed class OutageRulesTests
{
    private static readonly DateTimeOffset Now = At("2024-09-10T23:00:00+07:00");
    private static readonly OutageWindow Evening = Window(
        "2024-09-10T20:00:00+07:00",
        "2024-09-10T21:30:00+07:00"
    );

    [Fact]
    public void An_open_deadline_moves_and_says_for_which_outage() =>
        Assert.Equal(
            new AssignmentEvent.DueExtended(
                1,
                Due,
                Instant("2024-09-11T02:00:00+07:00"),
                Closes,
                "Minh",
                "Flood",
                Evening
            ),
            Move(Evening, Now, Opened())
        );

    [Fact]
    public void The_close_moves_too_if_the_new_due_would_lie_beyond_it()
    {
        var closes = Instant("2024-09-11T01:00:00+07:00");

        var moved = Move(Evening, Now, Opened(closes: closes))!;

        Assert.Equal(moved.To, moved.Closes);
    }

    [Fact]
    public void It_counts_on_from_an_earlier_extension() =>
        Assert.Equal(
            Instant("2024-09-12T02:00:00+07:00"),
            Move(
                Evening,
                Now,
                Opened(),
                new AssignmentEvent.DueExtended(
                    1,
                    Due,
                    Instant("2024-09-12T00:00:00+07:00"),
                    Closes,
                    "Lan",
                    "Ill"
                )
            )!.To
        );

    // The stream of the helper is written from the opening on, 2024-08-01T08:00:00+07:00.
    [Theory]
    [InlineData(
        "2024-07-31T00:00:00+07:00",
        "2024-08-01T08:00:00+07:00",
        false,
        "it ended as the report opened"
    )]
    [InlineData(
        "2024-07-31T00:00:00+07:00",
        "2024-08-01T09:00:00+07:00",
        true,
        "it reached into the window"
    )]
    [InlineData(
        "2024-09-10T23:59:59+07:00",
        "2024-09-11T00:30:00+07:00",
        true,
        "it began in the last second"
    )]
    [InlineData(
        "2024-09-11T00:00:00+07:00",
        "2024-09-11T00:30:00+07:00",
        false,
        "it began at the due, which is exclusive"
    )]
    public void Only_an_outage_between_opening_and_due_moves_it(
        string from,
        string to,
        bool moves,
        string why
    ) =>
        Assert.True(
            Move(Window(from, to), At("2024-09-11T00:30:00+07:00"), Opened()) is not null == moves,
            why
        );

    [Fact]
    public void A_due_that_would_have_passed_by_the_declaration_stays()
    {
        Assert.Null(Move(Evening, At("2024-09-11T02:00:00+07:00"), Opened()));
        Assert.NotNull(Move(Evening, At("2024-09-11T01:59:59+07:00"), Opened()));
    }

    [Fact]
    public void What_is_not_open_any_more_or_never_was_or_is_not_owed_does_not_move()
    {
        Assert.Null(Move(Evening, Now));
        Assert.Null(
            Move(Evening, Now, Opened(), new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted))
        );
        Assert.Null(Move(Evening, Now, Opened(), new AssignmentEvent.Exempted("Lan", "Merged")));
    }

    [Fact]
    public void A_plan_that_moves_nothing_moves_nothing() =>
        Assert.Equal(
            (null, OutageStay.PlanMovesNone),
            OutageRules.Move(
                Stream(BaDinh.Stream, Opened()),
                Declared(Evening, Now) with
                {
                    Hours = 0,
                },
                []
            )
        );

    [Fact]
    public void What_waits_for_a_report_holds_its_deadline_back()
    {
        var due = Move(Evening, Now, Opened())!.To;
        (AssignmentEvent.DueExtended? Moved, OutageStay Why) Beside(Deadline waiting) =>
            OutageRules.Move(
                Stream(BaDinh.Stream, Opened()),
                Declared(Evening, Now),
                [new WaitingReport(waiting, waiting)]
            );

        Assert.Equal((null, OutageStay.WaitedFor), Beside(due));
        Assert.NotNull(Beside(due.MovedBy(1)).Moved);
    }

    [Fact]
    public void Why_a_deadline_stays_is_said()
    {
        Assert.Equal(OutageStay.NotYetOpen, Why());
        Assert.Equal(
            OutageStay.Closed,
            Why(Opened(), new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted))
        );
        Assert.Equal(
            OutageStay.Exempt,
            Why(Opened(), new AssignmentEvent.Exempted("Lan", "Merged"))
        );

        static OutageStay Why(params Event[] events) =>
            OutageRules.Move(Stream(BaDinh.Stream, events), Declared(Evening, Now), []).Why;
    }

    [Theory]
    [InlineData("2024-09-10T20:00:00+07:00", "2024-09-10T20:00:00+07:00", "outage-backwards")]
    [InlineData("2024-09-10T20:00:00+07:00", "2024-09-10T23:00:01+07:00", "outage-ahead")]
    [InlineData("2024-09-10T21:29:59+07:00", "2024-09-10T22:00:00+07:00", "outage-overlaps")]
    [InlineData("2024-09-10T19:00:00+07:00", "2024-09-10T20:00:01+07:00", "outage-overlaps")]
    [InlineData("2024-09-10T21:30:00+07:00", "2024-09-10T23:00:00+07:00", null)]
    [InlineData("2024-09-10T19:00:00+07:00", "2024-09-10T20:00:00+07:00", null)]
    public void An_outage_is_over_when_declared_and_no_hour_counts_twice(
        string from,
        string to,
        string? code
    )
    {
        var refusal = Declare(Window(from, to))
            .Refuse(Cycle(new CycleEvent.OutageDeclared(Evening, 2, "Minh", "Flood")), Now);

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code == "outage-overlaps" ? "Minh" : null, refusal?.By);
    }

    [Fact]
    public void Nothing_moves_under_a_dossier_nor_after_the_end_nor_without_a_reason()
    {
        Assert.Equal("round-open", Refusal(new CycleEvent.DossierCompiled(1, "hash"))?.Code);
        Assert.Equal(
            "cycle-ended",
            Refusal(new CycleEvent.Ended(CycleOutcome.Stopped, "", "Lan"))?.Code
        );
        Assert.Equal("reason-missing", Declare(Evening, " ").Refuse(Cycle(), Now)?.Code);
    }

    [Fact]
    public void Steps_are_of_a_hundred_and_what_is_waited_for_comes_after_what_waits()
    {
        var plan = SamplePlan.Plan;
        var first = plan.ReportTypes[0];
        var lookup = new PlanLookup(
            plan with
            {
                Bodies =
                [
                    .. Enumerable
                        .Range(1, 250)
                        .Select(number =>
                            plan.Bodies[0] with
                            {
                                Code = FormattableString.Invariant($"b{number}"),
                            }
                        ),
                ],
                ReportTypes =
                [
                    first with
                    {
                        Code = "first",
                        OwedBy =
                        [
                            .. Enumerable
                                .Range(1, 250)
                                .Select(number => FormattableString.Invariant($"b{number}")),
                        ],
                        After = [],
                    },
                    first with
                    {
                        Code = "last",
                        OwedBy = ["b1"],
                        After = ["second"],
                    },
                    first with
                    {
                        Code = "second",
                        OwedBy = ["b1", "b2"],
                        After = ["first"],
                    },
                ],
            }
        );

        var steps = OutageRules.Steps(lookup);

        Assert.Equal(
            ["last 1", "second 2", "first 100", "first 100", "first 50"],
            steps.Select(step =>
                FormattableString.Invariant(
                    $"{step.Select(id => id.ReportType).Distinct().Single()} {step.Count}"
                )
            )
        );
        Assert.Equal(
            lookup.Assignments.Select(id => id.ToString()).Order(),
            steps.SelectMany(step => step).Select(id => id.ToString()).Order()
        );
    }

    [Fact]
    public void Progress_adds_up_by_reason() =>
        Assert.Equal(
            (2, 130, "Exempt 1, Closed 9"),
            OrderProgress
                .Start.With(1, 90, [new(OutageStay.Closed, 9), new(OutageStay.Exempt, 1)])
                .With(2, 40, [])
                is var sum
                ? (
                    sum.Steps,
                    sum.Done,
                    string.Join(", ", sum.Stayed.Select(one => $"{one.Why} {one.Count}"))
                )
                : default
        );

    [Fact]
    public void The_cycle_knows_what_came_of_it()
    {
        var declared = new CycleEvent.OutageDeclared(Evening, 2, "Minh", "Flood");

        Assert.Null(Assert.Single(Cycle(declared).Outages).Moved);
        Assert.Equal(
            72,
            Assert.Single(Cycle(declared, new CycleEvent.OutageApplied(1, 72, [])).Outages).Moved
        );
    }

    private static Refusal? Refusal(params Event[] events) =>
        Declare(Evening).Refuse(Cycle(events), Now);

    private static Command.DeclareOutage Declare(OutageWindow window, string reason = "Flood") =>
        new(window, "Minh", reason);

    private static CycleState Cycle(params Event[] events) =>
        CycleState.Of(Stream(BaDinh.Cycle.Stream, events));

    private static AssignmentEvent.DueExtended? Move(
        OutageWindow window,
        DateTimeOffset declared,
        params Event[] events
    ) => OutageRules.Move(Stream(BaDinh.Stream, events), Declared(window, declared), []).Moved;

    private static Outage Declared(OutageWindow window, DateTimeOffset at) =>
        new(1, at, window, 2, "Minh", "Flood");

    private static OutageWindow Window(string from, string to) => new(At(from), At(to));
}
