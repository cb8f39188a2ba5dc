using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Workflow.Tests;

public sealed class CorrectionEntryTests
{
    private static readonly Command.Correct Right = new(
        1,
        "The annex belongs to the first report.",
        "Officer operations",
        "Mixed up by telephone"
    );

    [Fact]
    public async Task A_Correction_Is_A_New_Entry_That_Points_To_The_Old_One_And_Changes_No_Judgement()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        var before = await scenario.StateAsync(scenario.Alpha);
        var old = await scenario.EntriesAsync(scenario.Alpha.Stream);

        var entry = Done(await CorrectAsync(scenario, Right));

        Assert.Equal(
            new AssignmentEvent.Corrected(1, Right.Text, Right.By, Right.Reason),
            entry.Event
        );
        Assert.Equal(old, (await scenario.EntriesAsync(scenario.Alpha.Stream)).SkipLast(1));
        var after = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(before.Counting("report")!.Judgement, after.Counting("report")!.Judgement);
        Assert.Equal(before.Phase(scenario.Now), after.Phase(scenario.Now));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Second_Press_Of_The_Same_Form_Adds_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();

        var first = Done(await CorrectAsync(scenario, Right));
        var second = Done(await CorrectAsync(scenario, Right));

        Assert.Equal(first, second);
        Assert.Single(await scenario.EventsAsync<AssignmentEvent.Corrected>(scenario.Alpha.Stream));
    }

    [Fact]
    public async Task What_The_Cycle_Says_Of_Itself_Can_Be_Corrected_Too()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario
            .World.Get<CorrectionHandler>()
            .RunAsync(scenario.Cycle, null, "press", Right, Scenario.Cancel);

        var @event = Assert.Single(
            await scenario.EventsAsync<CycleEvent.Corrected>(scenario.Cycle.Stream)
        );
        Assert.Equal(1, @event.Sequence);
    }

    public static TheoryData<long, string, string, string> Wrong =>
        new()
        {
            { 99, "right", "reason", "entry-unknown" },
            { 0, "right", "reason", "entry-unknown" },
            { 1, " ", "reason", "field-missing" },
            { 1, "right", "", "reason-missing" },
            { 1, new string('x', 2001), "reason", "field-too-long" },
            { 1, "right", new string('x', 2001), "reason-too-long" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task One_That_Points_Nowhere_Or_Says_Nothing_Is_Not_Taken(
        long entry,
        string text,
        string reason,
        string code
    )
    {
        await using var scenario = await Scenario.StartAsync();

        var answer = await CorrectAsync(
            scenario,
            new Command.Correct(entry, text, "operator", reason)
        );

        Assert.Equal(code, Assert.IsType<CommandAnswer.Refused>(answer).Why.Code);
        Assert.Empty(await scenario.EventsAsync<AssignmentEvent.Corrected>(scenario.Alpha.Stream));
    }

    private static Entry Done(CommandAnswer answer) =>
        Assert.IsType<CommandAnswer.Done>(answer).Entry;

    private static Task<CommandAnswer> CorrectAsync(
        Scenario scenario,
        Command.Correct correction
    ) =>
        scenario
            .World.Get<CorrectionHandler>()
            .RunAsync(scenario.Cycle, scenario.Alpha, "press", correction, Scenario.Cancel);
}
