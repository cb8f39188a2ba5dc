using System.Text.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using Xunit;

namespace ProgramReview.Core.Tests.Requesting;

public sealed class ProcessIdTests
{
    public static TheoryData<ProcessId, string> Names =>
        new()
        {
            { new ProcessId.Cycle(new("approval")), "cycle-approval" },
            { new ProcessId.Branch(new("small"), FanOutNode.Root), "small.fan-out.~" },
            {
                new ProcessId.Branch(new("small"), FanOutNode.Parse("ba-vi~100-200", null)),
                "small.fan-out.ba-vi~100-200"
            },
            { new ProcessId.Round(new("small"), 12), "small.approval.12" },
            { new ProcessId.Material(new("small"), 7), "small.material.7" },
            { new ProcessId.Rendering(new("small"), 2), "small.rendering.2" },
            { new ProcessId.Order(new("small"), 7), "small.order.7" },
            { new ProcessId.Figures(new("small")), "small.figures" },
            { new ProcessId.Report(new(new("small"), "approval", "r1"), 2), "small.approval.r1.2" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_process_has_one_name_and_a_name_one_process(ProcessId id, string name)
    {
        Assert.Equal(name, id.ToString());
        Assert.Equal(id, ProcessId.Parse(name, null));
        Assert.Equal(
            id.Of.Value,
            name.StartsWith("cycle-", StringComparison.Ordinal) ? name[6..] : name.Split('.')[0]
        );
        Assert.Equal(
            [id],
            JsonSerializer.Deserialize<ProcessId[]>(JsonSerializer.Serialize<ProcessId[]>([id]))!
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("small")]
    [InlineData("cycle-")]
    [InlineData("cycle-a.b")]
    [InlineData("small.approval.0")]
    [InlineData("small.approval.01")]
    [InlineData("small.approval.-1")]
    [InlineData("small.approval.99999999999")]
    [InlineData("small.fan-out.~5-3")]
    [InlineData("small.alpha.r1")]
    [InlineData("small.alpha.r1.x")]
    [InlineData("small.alpha.r1.1.1")]
    public void Anything_else_is_nobodys(string? name) =>
        Assert.False(ProcessId.TryParse(name, null, out _));
}
