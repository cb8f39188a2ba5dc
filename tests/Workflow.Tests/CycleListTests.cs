using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Status;

namespace ProgramReview.Workflow.Tests;

public sealed class CycleListTests
{
    [Fact]
    public async Task The_List_Of_Cycles_Speaks_The_Language_Of_The_Newest_Cycles_Operators()
    {
        await using var scenario = await Scenario.StartAsync();

        var page = await scenario
            .World.Get<CycleListView>()
            .ShowAsync(new StartDraft(), StatusCodes.Status200OK, Scenario.Cancel);

        Assert.Contains("lang=\"en\"", page.Html, StringComparison.Ordinal);
    }
}
