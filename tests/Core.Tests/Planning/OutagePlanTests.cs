using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Planning;

public sealed class OutagePlanTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3600, 1)]
    [InlineData(3601, 2)]
    [InlineData(4 * 3600, 4)]
    [InlineData((4 * 3600) + 1, 4)]
    public void Deadlines_move_by_the_length_in_whole_hours_but_no_further_than_the_plan_says(
        int seconds,
        int hours
    ) =>
        Assert.Equal(
            hours,
            new OutagePlan(OutageExtension.Window, TimeSpan.FromHours(4)).Hours(
                TimeSpan.FromSeconds(seconds)
            )
        );

    [Fact]
    public void Without_a_limit_they_move_by_the_whole_length() =>
        Assert.Equal(
            240,
            new OutagePlan(OutageExtension.Window, null).Hours(TimeSpan.FromDays(10))
        );

    [Fact]
    public void A_plan_that_says_nothing_moves_nothing() =>
        Assert.Equal(0, OutagePlan.Unsaid.Hours(TimeSpan.FromDays(10)));
}
