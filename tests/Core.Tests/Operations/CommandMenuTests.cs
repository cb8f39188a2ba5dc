using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Operations;

public sealed class CommandMenuTests
{
    private static readonly Dictionary<string, AssignmentState> States = new()
    {
        ["waiting"] = AssignmentState.None,
        ["open"] = State(Opened()),
        ["received"] = State(Opened(), Recorded("2024-09-09T10:00:00+07:00")),
        ["refused"] = State(Opened(), Recorded("2024-10-01T10:00:00+07:00")),
        ["exempt"] = State(Opened(), new AssignmentEvent.Exempted("Lan", "Merged")),
    };

    [Theory]
    [InlineData("waiting", "2024-09-10T00:00:00Z", "Exempt Reassign")]
    [InlineData("open", "2024-09-10T00:00:00Z", "Extend Exempt Remind Reissue Reassign")]
    [InlineData("received", "2024-09-10T00:00:00Z", "Extend Return Reissue Reassign")]
    [InlineData("received", "2024-10-02T00:00:00Z", "Return Reissue Reassign")]
    [InlineData(
        "refused",
        "2024-10-02T00:00:00Z",
        "Extend Admit AllowLate Exempt Reissue Reassign"
    )]
    [InlineData("exempt", "2024-09-10T00:00:00Z", "Reissue")]
    public void The_forms_are_those_that_make_sense(string state, string now, string kinds) =>
        Assert.Equal(
            kinds,
            string.Join(' ', CommandMenu.Of(CycleState.None, States[state], At(now)))
        );

    [Theory]
    [InlineData("waiting")]
    [InlineData("open")]
    [InlineData("received")]
    [InlineData("refused")]
    [InlineData("exempt")]
    public void What_stands_in_the_menu_is_carried_out_and_what_does_not_is_refused(string name)
    {
        var state = States[name];
        var later = Instant("2024-11-01T00:00:00Z");
        foreach (var now in new[] { At("2024-09-10T00:00:00Z"), At("2024-10-02T00:00:00Z") })
        {
            var menu = CommandMenu.Of(CycleState.None, state, now);
            var isOpen = state.Current?.IsOpen(now) == true;
            // That one needs the plan beside the record; its rule has tests of its own.
            foreach (var kind in Enum.GetValues<CommandKind>().Except([CommandKind.Reassign]))
            {
                Command command = kind switch
                {
                    CommandKind.Extend => new Command.Extend(later, null, null, "Minh", "x"),
                    CommandKind.Return => new Command.Return(
                        isOpen ? null : later,
                        null,
                        "Minh",
                        "x"
                    ),
                    CommandKind.Admit => new Command.Admit(
                        "hanoi-01-ctr-tu/ba-dinh/district/1/p1",
                        "Minh",
                        "x"
                    ),
                    CommandKind.AllowLate => new Command.AllowLate(later, "Minh", "x"),
                    CommandKind.Exempt => new Command.Exempt("Minh", "x"),
                    CommandKind.Remind => new Command.Remind("Minh", "x"),
                    CommandKind.Reissue => new Command.ReissueLinks("Minh", "x"),
                    _ => throw new InvalidOperationException($"{kind} is new."),
                };
                var outcome = CommandRules.Decide(CycleState.None, BaDinh, state, command, now);

                Assert.True(
                    menu.Contains(kind) == outcome is not CommandOutcome.Refused,
                    $"{kind} for {name} at {now}: {outcome}"
                );
            }
        }
    }

    [Fact]
    public void A_stopped_cycle_and_a_dossier_that_is_decided_about_leave_no_forms_that_change_anything()
    {
        var ended = CycleState.Of(
            Stream(BaDinh.Cycle.Stream, new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh"))
        );
        var open = CycleState.Of(
            Stream(BaDinh.Cycle.Stream, new CycleEvent.DossierCompiled(1, "h"))
        );

        Assert.Empty(CommandMenu.Of(ended, States["open"], At("2024-09-10T00:00:00Z")));
        Assert.Equal(
            [CommandKind.Reissue, CommandKind.Reassign],
            CommandMenu.Of(open, States["refused"], At("2024-10-02T00:00:00Z"))
        );
    }
}
