using CsCheck;
using ProgramReview.Core.Deadlines;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Deadlines;

public sealed class LocalInstantTests
{
    private static readonly string[] Zones =
    [
        "Asia/Ho_Chi_Minh",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "UTC",
    ];

    [Theory]
    [InlineData("Asia/Ho_Chi_Minh", "2024-10-01T00:00", "2024-10-01T00:00:00+07:00")]
    [InlineData("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T01:59:00+01:00")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("America/New_York", "2026-03-08T03:00", "2026-03-08T03:00:00-04:00")]
    [InlineData("America/New_York", "2026-11-01T02:00", "2026-11-01T02:00:00-05:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-04T02:30:00+11:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-05T02:00:00+10:30")]
    public void A_local_time_is_the_instant_that_the_zones_clock_shows_once(
        string zone,
        string text,
        string expected
    )
    {
        Assert.True(LocalInstant.TryRead(text, Zone(zone), out var instant));
        Assert.Equal(Instant(expected), instant);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "clocks skip it")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "clocks show it twice")]
    [InlineData("Europe/Berlin", "2026-10-25T02:00", "the first minute shown twice")]
    [InlineData("America/New_York", "2026-03-08T02:00", "the first minute skipped")]
    [InlineData("America/New_York", "2026-11-01T01:00", "shown twice")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "half an hour is skipped there")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "half an hour is shown twice there")]
    [InlineData("Asia/Ho_Chi_Minh", "2024-10-01", "a day is no instant")]
    [InlineData("Asia/Ho_Chi_Minh", "2024-10-01T00:00:00.5", "a fraction of a second")]
    [InlineData("Asia/Ho_Chi_Minh", "2024-09-31T00:00", "no such day")]
    [InlineData("Asia/Ho_Chi_Minh", "", "nothing")]
    [InlineData("Asia/Ho_Chi_Minh", null, "nothing")]
    public void What_does_not_say_one_instant_is_not_guessed(
        string zone,
        string? text,
        string why
    ) => Assert.False(LocalInstant.TryRead(text, Zone(zone), out _), why);

    [Theory]
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T02:30:00Z", "2026-10-25T02:30:00Z")]
    public void In_the_doubled_hour_the_offset_says_which(string text, string expected)
    {
        Assert.True(LocalInstant.TryRead(text, Zone("Europe/Berlin"), out var instant));
        Assert.Equal(Instant(expected), instant);
    }

    [Fact]
    public void What_is_shown_and_typed_again_is_the_same_instant_or_refused() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Long[0, 3L * 366 * 86400])
            .Sample(
                (at, seconds) =>
                {
                    var zone = Zone(Zones[at]);
                    var instant = Deadline.At(At("2024-01-01T00:00:00Z").AddSeconds(seconds));
                    var shown = instant.Show(zone).ToString("yyyy-MM-dd'T'HH:mm:ss", null);
                    return LocalInstant.TryRead(shown, zone, out var back)
                        ? back == instant
                        : zone.IsAmbiguousTime(instant.Show(zone).DateTime);
                },
                iter: Many
            );

    [Fact]
    public void No_zone_changes_a_verdict() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Instants)
            .Sample(
                (at, committed) =>
                {
                    var zone = Zone(Zones[at]);
                    var elsewhere = Timeliness.Judge(
                        Deadline.At(Due.Show(zone)),
                        Deadline.At(Closes.Show(zone)),
                        null,
                        admitted: false,
                        TimeZoneInfo.ConvertTime(committed, zone)
                    );
                    return elsewhere.Verdict
                        == Timeliness.Judge(Due, Closes, null, admitted: false, committed).Verdict;
                },
                iter: Many
            );

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
