using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys.Order()];

    [Theory, MemberData(nameof(Cases))]
    public async Task The_engine_keeps_the_rule(string name)
    {
        var world = new LocalWorld(keepsCode: false);

        await ConformanceCase.All[name].RunAsync(world);

        Assert.True(world.Looks > 0, "The case never looked at what its orchestration asked for.");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Kept_code_and_code_replayed_at_every_step_leave_the_same(string name)
    {
        var kept = new LocalWorld(keepsCode: true);
        var replayed = new LocalWorld(keepsCode: false);

        await ConformanceCase.All[name].RunAsync(kept);
        await ConformanceCase.All[name].RunAsync(replayed);

        Assert.Equal(replayed.Remains(), kept.Remains());
    }

    [Fact]
    public void Every_case_says_its_rule_and_there_are_at_least_eighty() =>
        Assert.True(
            ConformanceCase.All.Values.Count(one => one.Rule.Text.EndsWith('.')) >= 80
                && ConformanceCase.All.Values.All(one => one.Rule.Text.EndsWith('.'))
        );
}
