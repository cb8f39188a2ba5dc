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
    [InlineData("waiting", "2024-09-10T00:00:00Z", "exempt reassign")]
    [InlineData("open", "2024-09-10T00:00:00Z", "extend exempt remind reissue reassign record")]
    [InlineData("received", "2024-09-10T00:00:00Z", "extend return reissue reassign record")]
    [InlineData("received", "2024-10-02T00:00:00Z", "return reissue reassign record")]
    [InlineData(
        "refused",
        "2024-10-02T00:00:00Z",
        "extend admit allow-late exempt reissue reassign record"
    )]
    [InlineData("exempt", "2024-09-10T00:00:00Z", "reissue")]
    public void The_forms_are_those_that_make_sense(string state, string now, string names) =>
        Assert.Equal(names, Menu(CycleState.None, state, now));

    [Theory]
    [InlineData("waiting")]
    [InlineData("open")]
    [InlineData("received")]
    [InlineData("refused")]
    [InlineData("exempt")]
    public void What_stands_in_the_menu_is_carried_out_and_what_does_not_is_refused(string name)
    {
        // These are decided where they are carried out; their rules have tests of their own.
        string[] elsewhere = ["reassign", "record", "correct"];
        foreach (var now in new[] { At("2024-09-10T00:00:00Z"), At("2024-10-02T00:00:00Z") })
        {
            var scene = new CommandScene(CycleState.None, BaDinh, States[name], now);
            foreach (
                var definition in Command.All.Where(one =>
                    one.Scope.HasFlag(CommandScope.Assignment) && !elsewhere.Contains(one.Name)
                )
            )
            {
                var outcome = CommandRules.Decide(scene, Filled(definition, scene));

                Assert.True(
                    scene.Menu().Contains(definition) == outcome is not CommandOutcome.Refused,
                    $"{definition.Name} for {name} at {now}: {outcome}"
                );
            }
        }
    }

    [Fact]
    public void A_stopped_cycle_leaves_no_forms_that_change_anything_and_a_dossier_that_is_decided_about_all()
    {
        var ended = CycleState.Of(
            Stream(BaDinh.Cycle.Stream, new CycleEvent.Ended(CycleOutcome.Stopped, "x", "Minh"))
        );
        var open = CycleState.Of(
            Stream(BaDinh.Cycle.Stream, new CycleEvent.DossierCompiled(1, "h"))
        );

        Assert.Equal("", Menu(ended, "open", "2024-09-10T00:00:00Z"));
        Assert.Equal(
            Menu(CycleState.None, "refused", "2024-10-02T00:00:00Z"),
            Menu(open, "refused", "2024-10-02T00:00:00Z")
        );
    }

    [Fact]
    public void Every_command_is_called_otherwise_and_names_each_field_once()
    {
        Assert.Equal(
            Command.All.Count,
            Command.All.Select(definition => definition.Name).Distinct().Count()
        );
        Assert.All(
            Command.All,
            definition =>
                Assert.Equal(
                    definition.Fields.Count,
                    definition.Fields.Select(field => field.Name).Distinct().Count()
                )
        );
    }

    private static string Menu(CycleState cycle, string state, string now) =>
        string.Join(
            ' ',
            new CommandScene(cycle, BaDinh, States[state], At(now))
                .Menu()
                .Select(definition => definition.Name)
        );

    // As a person would fill the form in: what it shows, with an instant ahead.
    private static Command Filled(CommandDefinition definition, CommandScene scene)
    {
        var sent = definition
            .Fields.Where(field => field.IsShown(scene))
            .ToDictionary(
                field => field.Name,
                field =>
                    field switch
                    {
                        { Name: "due" } => "2024-11-01T00:00:00Z",
                        { Kind: CommandFieldKind.Choice } =>
                            "hanoi-01-ctr-tu/ba-dinh/district/1/report/p1",
                        { Kind: CommandFieldKind.Text } => "x",
                        _ => "",
                    }
            );
        sent.Add("id", "press-1");
        sent.Add("reason", "x");
        var (values, why) = CommandValues.Read(definition, sent, TimeZoneInfo.Utc, "Minh");
        Assert.Null(why);
        return definition.Read(values!, scene);
    }
}
