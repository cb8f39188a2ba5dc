using System.Text.Json;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Planning;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData("3", 5, 3)]
    [InlineData("3", 0, 3)]
    [InlineData("2/3", 5, 4)]
    [InlineData("2/3", 11, 8)]
    [InlineData("2/3", 6, 4)]
    [InlineData("2/3", 3, 2)]
    [InlineData("1/2", 4, 2)]
    [InlineData("1/2", 5, 3)]
    [InlineData("1/1", 5, 5)]
    [InlineData("9/10", 11, 10)]
    [InlineData("2/3", 0, 1)]
    public void A_share_is_rounded_up(string text, int members, int expected) =>
        Assert.Equal(expected, Threshold.TryParse(text)!.Of(members));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("2/0")]
    [InlineData("2 / 3")]
    [InlineData("2/3\n")]
    [InlineData("0.5")]
    [InlineData("٣")]
    public void Nothing_else_is_one(string text) => Assert.Null(Threshold.TryParse(text));

    [Theory]
    [InlineData("3", "3")]
    [InlineData("2/3", "\"2/3\"")]
    public void It_is_stored_as_it_is_written(string text, string json)
    {
        var threshold = Threshold.TryParse(text)!;

        Assert.Equal(json, JsonSerializer.Serialize(threshold));
        Assert.Equal(threshold, JsonSerializer.Deserialize<Threshold>(json));
        Assert.Equal(text, threshold.ToString());
    }
}
