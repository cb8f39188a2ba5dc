using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Core.Tests.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Operations;

public sealed class CommandRulesTests
{
    private const string Blob = "hanoi-01-ctr-tu/ba-dinh/district/1/report/p1";

    private static readonly DateTimeOffset InWindow = At("2024-09-10T12:00:00+07:00");
    private static readonly DateTimeOffset AfterDue = At("2024-09-12T12:00:00+07:00");
    private static readonly DateTimeOffset AfterClose = At("2024-10-02T12:00:00+07:00");
    private static readonly Deadline Later = Instant("2024-09-16T00:00:00+07:00");
    private static readonly Deadline October = Instant("2024-10-10T00:00:00+07:00");
    private static readonly Deadline November = Instant("2024-11-10T00:00:00+07:00");

    private static readonly AssignmentState Open = State(Opened());
    private static readonly AssignmentState Received = State(
        Opened(),
        Recorded("2024-09-09T10:00:00+07:00")
    );
    private static readonly AssignmentState Missed = State(
        Opened(),
        Recorded("2024-10-01T00:00:00+07:00"),
        new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing)
    );
    private static readonly AssignmentState Ended = State(
        Opened(),
        Recorded("2024-09-09T10:00:00+07:00"),
        new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted)
    );
    private static readonly AssignmentState Exempt = State(
        Opened(),
        new AssignmentEvent.Exempted("Lan", "Merged")
    );

    [Fact]
    public void An_extension_inside_the_window_keeps_old_and_new_instant_person_and_reason()
    {
        var @event = Event<AssignmentEvent.DueExtended>(Open, Extend(Later), InWindow);

        Assert.Equal(new(1, Due, Later, Closes, "Minh", "Flood"), @event);
    }

    [Fact]
    public void An_extension_beyond_the_close_moves_the_close_too() =>
        Assert.Equal(
            October,
            Event<AssignmentEvent.DueExtended>(Open, Extend(October), AfterDue).Closes
        );

    [Theory]
    [InlineData("2024-09-11T00:00:00+07:00", "due-not-later", "the same instant is no extension")]
    [InlineData("2024-09-10T23:59:59+07:00", "due-not-later", "an extension never shortens")]
    [InlineData("2024-09-12T12:00:00+07:00", "due-past", "the present is past already")]
    public void An_extension_only_moves_forward(string due, string code, string why) =>
        Assert.True(WhyNot(Open, Extend(Instant(due)), AfterDue).Code == code, why);

    [Fact]
    public void A_close_given_with_an_extension_is_neither_earlier_than_before_nor_before_the_due()
    {
        Assert.Equal(
            Refusal.Conflict("closes-earlier", Closes),
            WhyNot(Open, Extend(Later) with { Closes = Instant("2024-09-20T00:00:00+07:00") })
        );
        Assert.Equal(
            "closes-before-due",
            WhyNot(Open, Extend(October) with { Closes = Closes }).Code
        );
    }

    [Fact]
    public void Of_two_who_extend_at_once_the_second_learns_what_the_first_did()
    {
        var second = Extend(October) with { Seen = Due };
        var state = State(
            Opened(),
            new AssignmentEvent.DueExtended(1, Due, Later, Closes, "Lan", "Flood")
        );

        Assert.Equal(Refusal.Conflict("due-moved", Later), WhyNot(state, second));
        Assert.Equal(
            Later,
            Event<AssignmentEvent.DueExtended>(state, second with { Seen = Later }, InWindow).From
        );
    }

    [Fact]
    public void An_extension_after_the_close_is_a_reopening_and_only_where_nothing_counts()
    {
        var @event = Reopening(Missed, Extend(October));

        Assert.Equal(
            new(
                BaDinh,
                2,
                OpeningCause.Extended,
                @event.Parts,
                Due,
                Closes,
                October,
                October,
                "Minh",
                "Flood"
            ),
            @event
        );
        Assert.Equal(["report"], @event.Parts);
        Assert.Equal("already-received", WhyNot(Ended, Extend(October), AfterClose).Code);
    }

    [Fact]
    public void What_comes_after_a_late_allowance_is_late_for_ever_by_the_one_rule()
    {
        var @event = Reopening(Missed, new Command.AllowLate(October, [], "Minh", "Forgot"));
        var state = Missed
            .Apply(
                new AssignmentEvent.Opened(2, @event.Cause, @event.Due, @event.Closes, Whole, null)
            )
            .Apply(
                new AssignmentEvent.SubmissionRecorded(
                    Submission(
                        AfterClose,
                        2,
                        permission: "p2",
                        due: @event.Due,
                        closes: @event.Closes
                    )
                )
            );

        Assert.Equal(Due, @event.Due);
        Assert.Equal(TimelinessVerdict.Late, state.Current!.Judge(AfterClose).Verdict);
        Assert.Equal(TimelinessVerdict.Late, state.Timeliness);
        Assert.Equal(AssignmentPhase.Late, state.Phase(AfterClose));
    }

    [Fact]
    public void An_admitted_report_counts_and_is_late_for_ever()
    {
        var @event = Event<AssignmentEvent.Admitted>(
            Missed,
            new Command.Admit(Blob, "Minh", "The line was down"),
            AfterClose
        );
        var state = Missed.Apply(@event);

        Assert.Null(Missed.Counting("report"));
        Assert.Equal(TimelinessReason.AdmittedAfterCloses, @event.Judgement.Reason);
        Assert.Equal(Closes.Show(TimeZoneInfo.Utc), @event.Judgement.Committed);
        Assert.Equal(Blob, state.Counting("report")!.BlobName);
        Assert.Equal(TimelinessVerdict.Late, state.Timeliness);
        Assert.Equal(AssignmentPhase.Late, state.Phase(AfterClose));
        Assert.Equal(
            "already-admitted",
            WhyNot(state, new Command.Admit(Blob, "Lan", "Again"), AfterClose).Code
        );
    }

    [Fact]
    public void Only_a_refused_report_that_is_there_and_usable_can_be_admitted()
    {
        var broken = State(
            Opened(),
            Recorded("2024-10-02T00:00:00+07:00", finding: Severity.Blocker)
        );

        Assert.Equal("unknown-report", Admitting(Missed, "elsewhere"));
        Assert.Equal("not-refused", Admitting(Received, Blob));
        Assert.Equal("not-acceptable", Admitting(broken, Blob));
    }

    [Fact]
    public void A_return_after_the_close_has_instants_of_its_own_and_the_first_timeliness_stands()
    {
        var @event = Reopening(
            Ended,
            new Command.Return(October, November, [], "Minh", "No annex")
        );
        var state = Ended.Apply(
            new AssignmentEvent.Opened(
                2,
                @event.Cause,
                @event.Due,
                @event.Closes,
                Whole,
                @event.Reason,
                @event.By
            )
        );

        Assert.Equal((2, OpeningCause.Returned), (@event.Window, @event.Cause));
        Assert.Equal((October, November), (@event.Due, @event.Closes));
        Assert.Equal((Due, Closes), (@event.FormerDue, @event.FormerCloses));
        Assert.Equal(AssignmentPhase.Reopened, state.Phase(AfterClose));
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.NotNull(state.Counting("report"));
    }

    [Fact]
    public void A_return_inside_the_window_moves_no_instant()
    {
        var @event = Event<AssignmentEvent.ReturnAsked>(Received, Back(null), InWindow);

        Assert.Equal(["report"], @event.Parts);
        Assert.Equal(new(1, @event.Parts, "Minh", "No annex"), @event);
        Assert.Equal(
            Refusal.Conflict("window-open", Closes),
            WhyNot(Received, Back(October), InWindow)
        );
        Assert.Equal("nothing-sent", WhyNot(Open, Back(null), InWindow).Code);
    }

    [Fact]
    public void A_return_cannot_whitewash_a_report_that_never_counted() =>
        Assert.Equal("nothing-counts", WhyNot(Missed, Back(October), AfterClose).Code);

    [Fact]
    public void A_return_after_the_close_needs_a_due_ahead()
    {
        Assert.Equal("due-missing", WhyNot(Ended, Back(null), AfterClose).Code);
        Assert.Equal("due-past", WhyNot(Ended, Back(Closes), AfterClose).Code);
        Assert.Equal(
            "closes-before-due",
            WhyNot(Ended, new Command.Return(November, October, [], "Minh", "x"), AfterClose).Code
        );
    }

    [Fact]
    public void A_report_on_paper_is_recorded_for_its_arrival_even_after_the_close()
    {
        var arrived = At("2024-09-10T16:00:00+07:00");
        var report = new Command.Record(
            arrived,
            "report",
            "a1",
            "scan.pdf",
            "van-phong",
            "Minh",
            "By post"
        );
        var @event = Event<AssignmentEvent.UploadPermitted>(Missed, report, AfterClose);

        Assert.Equal(new OnBehalf(arrived, "Minh", "By post"), @event.OnBehalf);
        Assert.Equal("hanoi-01-ctr-tu/ba-dinh/district/1/report/a1", @event.BlobName);
        Assert.Equal(
            "arrived-ahead",
            WhyNot(Open, report with { Arrived = InWindow.AddTicks(1) }, InWindow).Code
        );
        Assert.Equal("not-open-yet", WhyNot(AssignmentState.None, report, AfterClose).Code);
    }

    [Fact]
    public void An_exemption_names_who_was_first()
    {
        Assert.Equal(
            new("Minh", "Merged"),
            Event<AssignmentEvent.Exempted>(Open, new Command.Exempt("Minh", "Merged"), InWindow)
        );
        Assert.Equal(
            Refusal.Conflict("already-exempt", by: "Lan"),
            WhyNot(Exempt, new Command.Exempt("Minh", "Merged"))
        );
        Assert.Equal(
            "already-received",
            WhyNot(Received, new Command.Exempt("Minh", "Merged")).Code
        );
    }

    [Fact]
    public void Only_those_who_still_owe_are_reminded()
    {
        var remind = new Command.Remind("Minh", "The board waits");

        Assert.Equal(
            new(1, "Minh", "The board waits"),
            Event<AssignmentEvent.Reminded>(Open, remind, InWindow)
        );
        Assert.Equal("nothing-to-remind", WhyNot(Received, remind, InWindow).Code);
        Assert.Equal("nothing-to-remind", WhyNot(Open, remind, AfterClose).Code);
    }

    public static TheoryData<string, CycleState> Gates =>
        new()
        {
            {
                "cycle-decided",
                Cycle(
                    new CycleEvent.DossierCompiled(1, "h"),
                    new CycleEvent.RoundOpened(1, "h", October),
                    new CycleEvent.RoundEnded(1, RoundOutcome.Approved),
                    new CycleEvent.Published("h")
                )
            },
            { "cycle-decided", Round(RoundOutcome.Rejected) },
            {
                "cycle-decided",
                Cycle(
                    new CycleEvent.DossierCompiled(1, "h"),
                    new CycleEvent.RoundOpened(1, "h", October),
                    new CycleEvent.RoundEnded(1, RoundOutcome.Expired),
                    new CycleEvent.NextStepChosen(1, NextStep.End, "Minh", "x")
                )
            },
            { "cycle-ended", Cycle(new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh")) },
        };

    [Theory]
    [MemberData(nameof(Gates))]
    public void What_counts_does_not_change_once_it_is_decided_what_becomes_of_the_dossier(
        string code,
        CycleState cycle
    )
    {
        Command[] commands =
        [
            Extend(October),
            new Command.AllowLate(October, [], "Minh", "x"),
            new Command.Admit(Blob, "Minh", "x"),
            Back(October),
            new Command.Exempt("Minh", "x"),
        ];

        Assert.All(
            commands,
            command =>
                Assert.Equal(
                    code,
                    Assert
                        .IsType<CommandOutcome.Refused>(
                            CommandRules.Decide(new(cycle, BaDinh, Missed, AfterClose), command)
                        )
                        .Why.Code
                )
        );
    }

    [Fact]
    public void Under_a_dossier_that_is_decided_about_orders_are_taken_and_the_form_says_what_they_cost()
    {
        Event[] compiled = [new CycleEvent.DossierCompiled(1, "h")];
        Event[] open = [.. compiled, new CycleEvent.RoundOpened(1, "h", October)];
        Event[] answered =
        [
            .. open,
            new CycleEvent.Decided(1, "h", "approver-1", DecisionVerdict.Approve, "", []),
        ];
        Event[] approved = [.. answered, new CycleEvent.RoundEnded(1, RoundOutcome.Approved)];
        CommandScene Scene(Event[] events) => new(Cycle(events), BaDinh, Missed, AfterClose);

        Assert.All(
            [compiled, open, answered, approved],
            events =>
                Assert.IsType<CommandOutcome.Written>(
                    CommandRules.Decide(Scene(events), new Command.Exempt("Minh", "x"))
                )
        );
        Assert.Equal(
            [null, (1, 0), (1, 0), (1, 1), (1, 1)],
            new[] { [], compiled, open, answered, approved }.Select(events => Scene(events).AtStake)
        );
    }

    [Fact]
    public void After_an_expired_round_a_report_can_be_sent_back() =>
        Assert.IsType<CommandOutcome.Reopening>(
            CommandRules.Decide(
                new(Round(RoundOutcome.Expired), BaDinh, Ended, AfterClose),
                Back(October)
            )
        );

    [Fact]
    public void A_correction_that_is_about_to_open_is_waited_for()
    {
        var cycle = Cycle(
            new CycleEvent.DossierCompiled(1, "h"),
            new CycleEvent.RoundOpened(1, "h", October),
            new CycleEvent.Decided(
                1,
                "h",
                "approver-1",
                DecisionVerdict.RequestChanges,
                "x",
                [PartOf(BaDinh)]
            ),
            new CycleEvent.RoundEnded(1, RoundOutcome.ChangesAsked)
        );
        CommandOutcome Of(AssignmentState state) =>
            CommandRules.Decide(new(cycle, BaDinh, state, AfterClose), Back(October));

        Assert.Equal("about-to-reopen", Assert.IsType<CommandOutcome.Refused>(Of(Ended)).Why.Code);
        Assert.IsType<CommandOutcome.Reopening>(
            Of(
                Ended
                    .Apply(Opened(2, Due, Closes))
                    .Apply(new AssignmentEvent.WindowEnded(2, WindowOutcome.Missing))
            )
        );
    }

    [Fact]
    public void No_command_moves_a_report_to_or_beyond_what_waits_for_it()
    {
        var waiting = new WaitingReport(October, November);

        Assert.Equal(
            Refusal.Conflict("after-order", October),
            Why(Open, Extend(October), InWindow)
        );
        Assert.Null(Why(Open, Extend(Later), InWindow));
        Assert.Equal("after-order", Why(Missed, Extend(October), AfterClose)?.Code);
        Assert.Equal("after-order", Why(Ended, Back(November), AfterClose)?.Code);
        Assert.Null(Why(Missed, new Command.AllowLate(November, [], "Minh", "x"), AfterClose));
        Assert.Equal(
            Refusal.Conflict("after-order", November),
            Why(Missed, new Command.AllowLate(November.MovedBy(1), [], "Minh", "x"), AfterClose)
        );

        Refusal? Why(AssignmentState state, Command command, DateTimeOffset now) =>
            (
                CommandRules.Decide(
                    new(CycleState.None, BaDinh, state, now) { Waiting = [waiting] },
                    command
                ) as CommandOutcome.Refused
            )?.Why;
    }

    [Fact]
    public void Only_what_is_still_to_come_is_waited_for()
    {
        var plan = new PlanLookup(Planning.SamplePlan.Plan);
        var after = plan.Assignments.First(one => plan.ReportType(one.ReportType).After.Count > 0);
        WaitingReport? Of(AssignmentState state, DateTimeOffset now) =>
            WaitingReport.Of(plan, Standing.Of(after.ReportType, state), now);

        Assert.Equal(
            plan.ReportType(after.ReportType).Due,
            Of(AssignmentState.None, InWindow)?.Due
        );
        Assert.Equal(Due, Of(Open, InWindow)?.Due);
        Assert.Null(Of(Received, InWindow));
        Assert.Null(Of(Missed, AfterClose));
        Assert.Null(Of(Exempt, InWindow));
    }

    [Theory]
    [InlineData("", "reason-missing")]
    [InlineData("  \n", "reason-missing")]
    [InlineData(null, "reason-too-long")]
    public void A_reason_is_asked_for_and_bounded(string? reason, string code)
    {
        reason ??= new string('x', Command.MaxReason + 1);

        Assert.Equal(code, WhyNot(Open, Extend(Later) with { Reason = reason }, InWindow).Code);
        Assert.Equal(code, new Command.Stop("Minh", reason).Refuse(CycleState.None)!.Code);
    }

    [Fact]
    public void Every_process_can_be_started_again_while_it_has_something_to_do()
    {
        var id = BaDinh.Cycle;
        string[] all =
        [
            id.InstanceId,
            id.ApprovalInstanceId(1),
            $"{id}.fan-out.~",
            BaDinh.InstanceId(1),
        ];
        Event[] atWork =
        [
            new CycleEvent.DossierCompiled(1, "h"),
            new CycleEvent.RoundOpened(1, "h", October),
        ];
        Event[] approved = [.. atWork, new CycleEvent.RoundEnded(1, RoundOutcome.Approved)];
        Event[] ended = [.. approved, new CycleEvent.Ended(CycleOutcome.Published, "")];
        Event[] sealedToo =
        [
            .. ended,
            new CycleEvent.Anchored(AnchorCause.End, new DateOnly(2024, 10, 1), "root", 1),
        ];
        IEnumerable<string> Of(params Event[] events) =>
            all.Select(one =>
                new Command.Retry(one, "Minh", "Storage is back").Refuse(Cycle(events))?.Code
                ?? "yes"
            );

        Assert.Equal(["yes", "not-retriable", "yes", "yes"], Of());
        Assert.Equal(["yes", "yes", "round-open", "round-open"], Of(atWork));
        Assert.Equal(["yes", "yes", "cycle-decided", "cycle-decided"], Of(approved));
        // Between its end and its last anchor only the cycle's own process has something to do.
        Assert.Equal(["yes", "cycle-ended", "cycle-ended", "cycle-ended"], Of(ended));
        Assert.All(Of(sealedToo), code => Assert.Equal("cycle-ended", code));
        Assert.Equal(
            "yes",
            Of([.. sealedToo, new CycleEvent.ProcessFailed(id.InstanceId, "x")]).First()
        );
        Assert.All(
            Of(new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh")),
            code => Assert.Equal("cycle-ended", code)
        );
    }

    [Fact]
    public void The_form_offers_what_failed_and_what_all_else_hangs_on()
    {
        var failed = new CycleEvent.ProcessFailed(BaDinh.InstanceId(1), "Storage");
        var ordered = new CycleEvent.RetryOrdered(failed.Instance, "Lan", "Storage is back");
        string[] Offered(params Event[] events) =>
            [
                .. Command
                    .Retry.Definition.Fields[0]
                    .Options!(
                        new CommandScene(Cycle(events), null, AssignmentState.None, InWindow)
                        {
                            Plan = new PlanLookup(SamplePlan.Plan),
                        }
                    )
                    .Select(option => option.Value),
            ];
        var id = SamplePlan.Plan.Cycle;
        string[] always = [id.InstanceId, $"{id}.fan-out.~"];

        Assert.Equal(always, Offered());
        Assert.Equal([failed.Instance, .. always], Offered(failed));
        Assert.Equal(always, Offered(failed, ordered));
        Assert.Equal([failed.Instance, .. always], Offered(failed, ordered, failed));
    }

    private static Command.Extend Extend(Deadline due) => new(due, null, null, "Minh", "Flood");

    private static Command.Return Back(Deadline? due) => new(due, null, [], "Minh", "No annex");

    private static string Admitting(AssignmentState state, string blob) =>
        WhyNot(state, new Command.Admit(blob, "Minh", "x"), AfterClose).Code;

    private static CycleState Round(RoundOutcome outcome) =>
        Cycle(
            new CycleEvent.DossierCompiled(1, "h"),
            new CycleEvent.RoundOpened(1, "h", October),
            new CycleEvent.RoundEnded(1, outcome)
        );

    private static CycleState Cycle(params Event[] events) =>
        CycleState.Of(Stream(BaDinh.Cycle.Stream, events));

    private static T Event<T>(AssignmentState state, Command command, DateTimeOffset now)
        where T : AssignmentEvent =>
        Assert.IsType<T>(
            Assert
                .IsType<CommandOutcome.Written>(
                    CommandRules.Decide(new(CycleState.None, BaDinh, state, now), command)
                )
                .Event
        );

    private static CycleEvent.Reopened Reopening(AssignmentState state, Command command) =>
        Assert
            .IsType<CommandOutcome.Reopening>(
                CommandRules.Decide(new(CycleState.None, BaDinh, state, AfterClose), command)
            )
            .Event;

    private static Refusal WhyNot(
        AssignmentState state,
        Command command,
        DateTimeOffset? now = null
    ) =>
        Assert
            .IsType<CommandOutcome.Refused>(
                CommandRules.Decide(new(CycleState.None, BaDinh, state, now ?? InWindow), command)
            )
            .Why;
}
