using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Operations;

public sealed class ReassignRuleTests
{
    private static readonly CycleId Cycle = SamplePlan.Plan.Cycle;
    private static readonly AssignmentId North = new(Cycle, "north", "part");
    private static readonly Command.Reassign ToThu = new(
        "",
        "Trần Thị Thu",
        "thu@plan.example",
        Language.Vi,
        "Minh",
        "The office was filled anew"
    );

    [Fact]
    public void The_duty_passes_to_a_person_with_an_id_that_names_nobody()
    {
        var (@event, why) = Decide(ToThu);

        Assert.Null(why);
        Assert.Equal(
            new CycleEvent.DutyPassed(
                "north",
                "north-contact",
                "north-contact-2",
                "h",
                "Minh",
                ToThu.Reason
            ),
            @event
        );
    }

    [Fact]
    public void Every_successor_has_an_id_of_its_own_also_when_somebody_comes_back()
    {
        var events = new List<CycleEvent>();
        for (var turn = 0; turn < 5; turn++)
        {
            var (@event, _) = Decide(
                ToThu with
                {
                    Email = $"{turn % 2}@plan.example",
                },
                [.. events]
            );
            events.Add(@event!);
        }

        Assert.Equal(
            [.. Enumerable.Range(2, 5).Select(number => $"north-contact-{number}")],
            events.Cast<CycleEvent.DutyPassed>().Select(@event => @event.To)
        );
        var state = StateOf([.. events]);
        Assert.Equal("north-contact-6", state.HolderNow("north", "north-contact"));
        Assert.Equal("north-contact-6", state.HolderNow("north", "north-contact-4"));
        Assert.Equal("north-contact", state.HolderNow("south", "north-contact"));
        Assert.Equal("somebody", state.HolderNow("north", "somebody"));
    }

    [Fact]
    public void An_id_of_sixty_characters_still_has_successors_that_are_codes()
    {
        var id = new string('a', 53) + "-" + new string('b', 6);
        var plan = With(SamplePlan.Person(id));

        var (@event, _) = ReassignRule.Decide(
            plan,
            CycleState.None,
            North,
            State(Opened()),
            ToThu,
            "h"
        );

        Assert.True(Code.IsValid(@event!.To), @event.To);
    }

    [Fact]
    public void The_plan_shows_the_contacts_of_now_and_still_knows_the_former_ones()
    {
        var plan = new PlanLookup(SamplePlan.Plan);
        var next = SamplePlan.Person("north-contact-2");
        var last = SamplePlan.Person("north-contact-3");

        var now = plan.With([
            new("north", "north-contact", next),
            new("north", "north-contact-2", last),
        ]);

        Assert.Equal([last], now.Body("north").Contacts);
        Assert.Equal(plan.Body("south"), now.Body("south"));
        Assert.Equal(next, now.FindPerson("north-contact-2"));
        Assert.Equal("north-contact", now.FindPerson("north-contact")!.Id);
        Assert.Equal(North, now.FirstAssignmentOf("north-contact-3"));
        Assert.Equal("north-contact", plan.Body("north").Contacts[0].Id);
    }

    [Theory]
    [InlineData("name", " ", "name-unfit")]
    [InlineData("name", "Thu\r\nBcc: all", "name-unfit")]
    [InlineData("email", "thu", "address-unfit")]
    [InlineData("email", "Thu <thu@plan.example>", "address-unfit")]
    [InlineData("email", "thu@plan.example,all@plan.example", "address-unfit")]
    [InlineData("email", "NORTH-contact@plan.example", "contact-same")]
    [InlineData("from", "south-contact", "contact-unknown")]
    [InlineData("reason", " ", "reason-missing")]
    public void What_does_not_fit_is_refused_by_name(string field, string value, string code)
    {
        var command = field switch
        {
            "name" => ToThu with { Name = value },
            "email" => ToThu with { Email = value },
            "from" => ToThu with { From = value },
            _ => ToThu with { Reason = value },
        };

        Assert.Equal(code, Decide(command).Why?.Code);
    }

    [Fact]
    public void A_name_has_two_hundred_characters_at_most()
    {
        Assert.Null(Decide(ToThu with { Name = new string('x', 200) }).Why);
        Assert.Equal("name-unfit", Decide(ToThu with { Name = new string('x', 201) }).Why!.Code);
    }

    [Fact]
    public void Of_several_contacts_somebody_must_be_named()
    {
        var plan = With(SamplePlan.Person("one"), SamplePlan.Person("two"));
        (CycleEvent.DutyPassed? Event, Refusal? Why) Decide(string from) =>
            ReassignRule.Decide(
                plan,
                CycleState.None,
                North,
                State(Opened()),
                ToThu with
                {
                    From = from,
                },
                "h"
            );

        Assert.Equal(Refusal.Unfit("contact-unclear", "target"), Decide("").Why);
        Assert.Equal(("two", "two-2"), (Decide("two").Event!.From, Decide("two").Event!.To));
    }

    [Fact]
    public void Who_decides_about_somebody_who_left_already_learns_who_was_first()
    {
        var first = Decide(ToThu).Event!;

        var (_, why) = Decide(
            ToThu with
            {
                From = "north-contact",
                Email = "an@plan.example",
                By = "Lan",
            },
            first
        );

        Assert.Equal(Refusal.Conflict("contact-moved", by: "Minh"), why);
    }

    [Fact]
    public void It_may_until_nothing_can_be_asked_of_the_body_any_more()
    {
        CycleEvent[] asked =
        [
            new CycleEvent.DossierCompiled(1, "d"),
            new CycleEvent.RoundOpened(1, "d", Closes),
        ];
        Refusal? Why(AssignmentState state, params CycleEvent[] events) =>
            ReassignRule
                .Decide(new(SamplePlan.Plan), StateOf(events), North, state, ToThu, "h")
                .Why;

        Assert.Null(Why(AssignmentState.None));
        Assert.Null(
            Why(State(Opened(), new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing)))
        );
        Assert.Null(Why(State(Opened()), asked));
        Assert.Null(
            Why(State(Opened()), [.. asked, new CycleEvent.RoundEnded(1, RoundOutcome.Expired)])
        );
        Assert.Equal(
            Refusal.Conflict("cycle-decided"),
            Why(State(Opened()), [.. asked, new CycleEvent.RoundEnded(1, RoundOutcome.Approved)])
        );
        Assert.Equal(
            Refusal.Conflict("cycle-ended", by: "Minh"),
            Why(State(Opened()), new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh"))
        );
        Assert.Equal(
            Refusal.Conflict("already-exempt", by: "Lan"),
            Why(State(Opened(), new AssignmentEvent.Exempted("Lan", "Merged")))
        );
    }

    [Fact]
    public void Who_took_a_duty_over_can_be_erased_once_nobody_must_reach_them()
    {
        var first = Decide(ToThu).Event!;
        var second = Decide(ToThu with { Email = "an@plan.example" }, first).Event!;
        CycleEvent ended = new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh");
        string? Why(string person, string reason, params CycleEvent[] events) =>
            new Command.EraseContact(person, "Minh", reason).Refuse(StateOf(events))?.Code;

        Assert.Equal("contact-not-kept", Why("north-contact", "x", first));
        Assert.Equal("contact-needed", Why(first.To, "x", first));
        Assert.Null(Why(first.To, "x", first, second));
        Assert.Equal("contact-needed", Why(second.To, "x", first, second));
        Assert.Null(Why(second.To, "x", first, second, ended));
        Assert.Equal("reason-missing", Why(first.To, " ", first, second));
        var erased = new CycleEvent.ContactErased(first.To, "Lan", "Asked to be forgotten");
        Assert.Equal(
            Refusal.Conflict("already-erased", by: "Lan"),
            new Command.EraseContact(first.To, "Minh", "x").Refuse(StateOf(first, second, erased))
        );
        Assert.Equal([first.To], Command.EraseContact.Erasable(StateOf(first, second)));
        Assert.Equal(
            [second.To],
            Command.EraseContact.Erasable(StateOf(first, second, erased, ended))
        );
    }

    private static PlanLookup With(params Person[] contacts) =>
        new(
            SamplePlan.Plan with
            {
                Bodies =
                [
                    .. SamplePlan.Plan.Bodies.Select(body =>
                        body.Code == "north" ? body with { Contacts = contacts } : body
                    ),
                ],
            }
        );

    private static CycleState StateOf(params CycleEvent[] events) =>
        CycleState.Of(Stream(Cycle.Stream, events));

    private static (CycleEvent.DutyPassed? Event, Refusal? Why) Decide(
        Command.Reassign command,
        params CycleEvent[] before
    )
    {
        var state = StateOf(before);
        var plan = new PlanLookup(SamplePlan.Plan).With(
            state.Handovers.Select(handover => new Successor(
                handover.Event.Body,
                handover.Event.From,
                SamplePlan.Person(handover.Event.To)
            ))
        );
        return ReassignRule.Decide(plan, state, North, State(Opened()), command, "h");
    }
}
