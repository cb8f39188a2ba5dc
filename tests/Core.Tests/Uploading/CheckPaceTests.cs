using ProgramReview.Core.Uploading;
using Xunit;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class CheckPaceTests
{
    private static readonly DateTimeOffset Now = Given.At("2024-09-10T10:00:00+07:00");

    [Fact]
    public void Twenty_may_follow_each_other_and_the_next_waits_until_the_first_is_ten_minutes_old()
    {
        var begun = Enumerable.Range(0, CheckPace.Most).Select(i => Now.AddSeconds(i)).ToList();
        var last = begun[^1];

        Assert.Null(CheckPace.Wait([.. begun.Skip(1)], last));
        Assert.Equal(CheckPace.Span - (last - Now), CheckPace.Wait(begun, last));
        Assert.Equal(
            TimeSpan.FromSeconds(1),
            CheckPace.Wait(begun, Now.AddMinutes(10).AddSeconds(-1))
        );
        Assert.Null(CheckPace.Wait(begun, Now.AddMinutes(10)));
    }

    [Fact]
    public void Whoever_asked_yesterday_asks_as_if_for_the_first_time() =>
        Assert.Null(
            CheckPace.Wait([.. Enumerable.Repeat(Now.AddDays(-1), 5 * CheckPace.Most)], Now)
        );
}
