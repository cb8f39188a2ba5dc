using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance;

public sealed class ConformanceTests
{
    /// <summary>Its calls of the client last longer than an engine that is closed and opened again.</summary>
    private const string OutlivesEngines =
        "Query.Waits_outlast_a_missing_instance_and_can_be_given_up";

    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys.Order()];

    public static TheoryData<string> CasesOfOneCall =>
        [.. ConformanceCase.All.Keys.Order().Where(name => name != OutlivesEngines)];

    [Theory, MemberData(nameof(Cases))]
    public async Task The_engine_keeps_the_rule(string name)
    {
        var world = await RunAsync(name, Keeping.Replayed);

        Assert.True(world.Looks > 0, "The case never looked at what its orchestration asked for.");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Kept_code_and_code_replayed_at_every_step_leave_the_same(string name)
    {
        var replayed = await RunAsync(name, Keeping.Replayed);
        var kept = await RunAsync(name, Keeping.Kept);

        Assert.Equal(replayed.Remains(), kept.Remains());
    }

    [Theory, MemberData(nameof(CasesOfOneCall))]
    public async Task Memory_and_a_file_opened_again_and_again_leave_the_same(string name)
    {
        var replayed = await RunAsync(name, Keeping.Replayed);
        var reopened = await RunAsync(name, Keeping.Reopened);

        Assert.Equal(replayed.Remains(), reopened.Remains());
    }

    [Fact]
    public void Every_case_says_its_rule_and_there_are_at_least_eighty()
    {
        Assert.InRange(ConformanceCase.All.Count, 80, 1000);
        Assert.All(
            ConformanceCase.All.Values,
            one => Assert.EndsWith(".", one.Rule.Text, StringComparison.Ordinal)
        );
    }

    private static async Task<LocalWorld> RunAsync(string name, Keeping keeping)
    {
        var world = new LocalWorld(keeping);
        await ConformanceCase.All[name].RunAsync(world);
        return world;
    }
}
