using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Operations;

/// <summary>What operations may do about what a check found.</summary>
public sealed class FindingCommandTests
{
    private static readonly DateTimeOffset Now = At("2024-10-02T12:00:00+07:00");
    private static readonly Finding Mend = new("section-empty", Severity.Error, []);
    private static readonly Finding Query = new("target-far", Severity.Query, []);
    private static readonly AssignmentState Found = State(
        Opened(),
        Unchecked("2024-09-09T09:00:00+07:00"),
        Checked([Mend, Query, new("content-damaged", Severity.Blocker, [])]),
        new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing)
    );

    [Fact]
    public void A_finding_is_overruled_with_person_and_reason()
    {
        var file = Found.Submissions[0];

        var outcome = Decide(
            Found,
            new Command.Overrule(new FindingOption(file, Mend).Name, "Lan", "It is in the annex")
        );

        Assert.Equal(
            new AssignmentEvent.Overruled(
                1,
                "report",
                file.BlobName,
                Mend.Key,
                "Lan",
                "It is in the annex"
            ),
            Assert.IsType<CommandOutcome.Written>(outcome).Event
        );
    }

    [Theory]
    [InlineData("content-damaged", Severity.Blocker, "an unusable file stays one")]
    [InlineData("never-found", Severity.Error, "there is no such finding")]
    public void What_cannot_be_overruled(string code, Severity severity, string why)
    {
        var option = new FindingOption(Found.Submissions[0], new Finding(code, severity, []));

        var outcome = Decide(Found, new Command.Overrule(option.Name, "Lan", "x"));

        Assert.True(Code(outcome) == "finding-unknown", why);
    }

    [Fact]
    public void What_is_found_in_the_shape_of_a_file_is_not_overruled()
    {
        var shape = State(Opened(), Recorded("2024-09-09T09:00:00+07:00", finding: Severity.Error));
        var option = new FindingOption(shape.Submissions[0], shape.Submissions[0].Findings[0]);

        Assert.Equal(
            "finding-unknown",
            Code(Decide(shape, new Command.Overrule(option.Name, "Lan", "x")))
        );
    }

    [Fact]
    public void After_the_close_operations_take_explanations_down()
    {
        var outcome = Decide(
            Found,
            new Command.Explain(Query.Key, " Two communes merged. ", "Lan", "By telephone")
        );

        Assert.Equal(
            new AssignmentEvent.Explained(
                1,
                "report",
                Query.Key,
                "Two communes merged.",
                null,
                "Lan",
                "By telephone"
            ),
            Assert.IsType<CommandOutcome.Written>(outcome).Event
        );
        Assert.Equal(
            "query-unknown",
            Code(Decide(Found, new Command.Explain(Mend.Key, "x", "Lan", "x")))
        );
    }

    [Fact]
    public void What_is_being_checked_is_not_admitted_yet()
    {
        var late = State(
            Opened(),
            Unchecked("2024-10-01T09:00:00+07:00"),
            new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing)
        );

        Assert.Equal(
            "being-checked",
            Code(Decide(late, new Command.Admit(late.Submissions[0].BlobName, "Lan", "x")))
        );
    }

    [Fact]
    public void A_return_says_what_is_wrong_with_which_part()
    {
        var open = State(Opened(), Unchecked("2024-09-09T09:00:00+07:00"), Checked([Mend]));
        var item = new ReturnItem("report", "Write it out") { Finding = Mend };

        var outcome = CommandRules.Decide(
            new(CycleState.None, BaDinh, open, At("2024-09-10T00:00:00+07:00")),
            new Command.Return(
                null,
                null,
                [],
                "Lan",
                "See below",
                [item, new ReturnItem("annex", "No such part was returned")]
            )
        );

        var asked = (AssignmentEvent.ReturnAsked)
            Assert.IsType<CommandOutcome.Written>(outcome).Event;
        Assert.Same(item, Assert.Single(asked.Items!));
    }

    private static CommandOutcome Decide(AssignmentState state, Command command) =>
        CommandRules.Decide(new(CycleState.None, BaDinh, state, Now), command);

    private static string Code(CommandOutcome outcome) =>
        Assert.IsType<CommandOutcome.Refused>(outcome).Why.Code;
}
