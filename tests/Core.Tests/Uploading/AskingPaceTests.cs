using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class AskingPaceTests
{
    private static readonly DateTimeOffset Far = At("2024-09-01T10:00:00+07:00");

    [Fact]
    public void Sixty_permissions_a_day_are_free_and_then_one_comes_every_ten_minutes()
    {
        var stream = Asked(AskingPace.Free - 1, Far);
        Assert.Null(AskingPace.Wait(stream, "p", Far));

        stream = Asked(AskingPace.Free, Far);
        Assert.Equal(TimeSpan.FromMinutes(9), AskingPace.Wait(stream, "p", Far.AddMinutes(1)));
        Assert.Null(AskingPace.Wait(stream, "p", Far.AddMinutes(10)));
        Assert.Null(AskingPace.Wait(stream, "another", Far.AddMinutes(1)));
        Assert.Null(AskingPace.Wait(stream, "p", Far.AddHours(24)));
    }

    [Theory]
    [InlineData("2024-09-10T23:59:30+07:00", "due")]
    [InlineData("2024-09-30T23:59:30+07:00", "closes")]
    [InlineData("2024-09-10T22:00:00+07:00", "two hours before due")]
    public void Near_a_deadline_nobody_waits_longer_than_ten_seconds(string now, string why)
    {
        var stream = Asked(1_000, At(now));

        Assert.True(AskingPace.Wait(stream, "p", At(now)) == TimeSpan.FromSeconds(10), why);
        Assert.Null(AskingPace.Wait(stream, "p", At(now).AddSeconds(10)));
    }

    [Fact]
    public void No_pause_reaches_into_the_time_near_a_deadline()
    {
        var now = At("2024-09-10T21:58:00+07:00");

        Assert.Equal(
            TimeSpan.FromMinutes(2),
            AskingPace.Wait(Asked(AskingPace.Free, now), "p", now)
        );
    }

    [Fact]
    public void The_eleventh_equal_refusal_within_an_hour_is_answered_with_the_latest_on_record()
    {
        var first = Refused(AskingPace.RefusalsAnHour - 1);
        Assert.Null(AskingPace.Standing(first, "p", "report", "closed", Far));

        var stream = Refused(AskingPace.RefusalsAnHour);
        Assert.Equal(stream[^1], AskingPace.Standing(stream, "p", "report", "closed", Far));
        Assert.Null(AskingPace.Standing(stream, "p", "report", "file-empty", Far));
        Assert.Null(AskingPace.Standing(stream, "p", "annex", "closed", Far));
        Assert.Null(AskingPace.Standing(stream, "another", "report", "closed", Far));
        Assert.Null(AskingPace.Standing(stream, "p", "report", "closed", Far.AddHours(1)));
    }

    private static List<Entry> Asked(int times, DateTimeOffset last) =>
        Written(
            times,
            last,
            new AssignmentEvent.UploadPermitted(1, "report", "b", "f", "p", last.AddMinutes(30))
        );

    private static List<Entry> Refused(int times) =>
        Written(times, Far, new AssignmentEvent.AttemptRefused(1, "report", "closed", "p", null));

    // The last at the instant given, the others a second apart before it.
    private static List<Entry> Written(int times, DateTimeOffset last, Event @event)
    {
        var entries = new List<Entry>
        {
            Chain.Next(BaDinh.Stream, null, Opening, "opened", Opened()),
        };
        for (var number = 1; number <= times; number++)
        {
            entries.Add(
                Chain.Next(
                    BaDinh.Stream,
                    entries[^1],
                    last.AddSeconds(number - times),
                    $"{number}",
                    @event
                )
            );
        }
        return entries;
    }
}
