using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData(Language.En, "Fri 27 Sep 2024, 16:02 (Hanoi time, UTC+7)")]
    [InlineData(Language.Vi, "16:02 thứ Sáu, ngày 27/9/2024 (giờ Hà Nội, UTC+7)")]
    [InlineData(Language.Hi, "शुक्रवार, 27 सितंबर 2024, 16:02 बजे (हनोई समय, UTC+7)")]
    public void An_instant_is_shown_in_the_plans_zone_with_its_name(
        Language language,
        string expected
    ) =>
        Assert.Equal(
            expected,
            InstantText.Full(Sample.Context(language), Sample.At("2024-09-27T09:02:00.9Z"))
        );

    [Fact]
    public void A_deadline_at_midnight_is_the_end_of_the_day_before() =>
        Assert.Equal(
            "Mon 30 Sep 2024, 24:00 (Hanoi time, UTC+7)",
            InstantText.Full(Sample.Context(Language.En), Sample.Limit("2024-09-30T17:00:00Z"))
        );

    [Fact]
    public void A_second_that_decides_is_shown_and_midnight_has_one_rule()
    {
        var context = Sample.Context(Language.En);

        Assert.Equal(
            "Fri 27 Sep 2024, 14:33:55 (Hanoi time, UTC+7)",
            InstantText.Full(context, Sample.Limit("2024-09-27T07:33:55Z"))
        );
        Assert.Equal(
            "27 Sep, 14:33:55",
            InstantText.Brief(context, Sample.At("2024-09-27T07:33:55Z"))
        );
        Assert.Equal(
            "30 Sep, 24:00",
            InstantText.Brief(context, Sample.Limit("2024-09-30T17:00:00Z"))
        );
        // What begins at that instant begins on the day after.
        Assert.Equal("1 Oct, 00:00", InstantText.Brief(context, Sample.At("2024-09-30T17:00:00Z")));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "Sun 25 Oct 2026, 02:30 (Hanoi time, UTC+2)")]
    [InlineData("2026-10-25T01:30:00Z", "Sun 25 Oct 2026, 02:30 (Hanoi time, UTC+1)")]
    [InlineData("2026-03-29T00:59:59Z", "Sun 29 Mar 2026, 01:59:59 (Hanoi time, UTC+1)")]
    [InlineData("2026-03-29T01:00:00Z", "Sun 29 Mar 2026, 03:00 (Hanoi time, UTC+2)")]
    public void Where_clocks_change_the_offset_tells_equal_times_apart(
        string instant,
        string expected
    ) => Assert.Equal(expected, InstantText.Full(In("Europe/Berlin"), Sample.At(instant)));

    [Theory]
    [InlineData("Europe/Berlin", "Hanoi time, UTC+1/UTC+2")]
    [InlineData("America/New_York", "Hanoi time, UTC\u22125/UTC\u22124")]
    [InlineData("Australia/Lord_Howe", "Hanoi time, UTC+11/UTC+10:30")]
    [InlineData("Asia/Kathmandu", "Hanoi time, UTC+5:45")]
    [InlineData("Asia/Ho_Chi_Minh", "Hanoi time, UTC+7")]
    public void The_line_about_the_zone_names_every_offset_of_the_year(
        string zone,
        string expected
    ) => Assert.Equal(expected, InstantText.Zone(In(zone)));

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Vi)]
    [InlineData(Language.Hi)]
    public void A_deadline_in_the_doubled_hour_shows_its_offset_in_every_language(Language language)
    {
        var summer = InstantText.Full(
            In("Europe/Berlin", language),
            Sample.Limit("2026-10-25T02:30:00+02:00")
        );
        var winter = InstantText.Full(
            In("Europe/Berlin", language),
            Sample.Limit("2026-10-25T02:30:00+01:00")
        );

        Assert.NotEqual(summer, winter);
        Assert.Contains("UTC+2", summer, StringComparison.Ordinal);
        Assert.Contains("UTC+1", winter, StringComparison.Ordinal);
    }

    private static PageContext In(string zone, Language language = Language.En) =>
        new(language, Sample.Now, new PlanLookup(Sample.Plan with { TimeZone = zone }));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(1, "in 1 second")]
    [InlineData(48, "in 48 seconds")]
    [InlineData(-59, "59 seconds ago")]
    [InlineData(60, "in 1 minute")]
    [InlineData(5399, "in 89 minutes")]
    [InlineData(5400, "in 1 hour")]
    [InlineData(172799, "in 47 hours")]
    [InlineData(172800, "in 2 days")]
    [InlineData(-120, "2 minutes ago")]
    [InlineData(-864000, "10 days ago")]
    public void The_distance_from_now_is_told_in_one_unit(int seconds, string expected) =>
        Assert.Equal(
            expected,
            InstantText.Relative(Sample.Context(Language.En), Sample.Now.AddSeconds(seconds))
        );

    [Theory]
    [InlineData(Language.Vi, 1234567, "1.234.567")]
    [InlineData(Language.En, 1234567, "1,234,567")]
    [InlineData(Language.Hi, 1234567, "12,34,567")]
    public void Numbers_have_the_groups_of_the_language(
        Language language,
        long value,
        string expected
    ) => Assert.Equal(expected, Numbers.Show(language, value));

    [Theory]
    [InlineData(1023, "1.023 B")]
    [InlineData(1536, "1,5 KB")]
    [InlineData(10485760, "10 MB")]
    public void Sizes_are_told_in_the_largest_unit(long bytes, string expected) =>
        Assert.Equal(expected, Numbers.Size(Language.Vi, bytes));
}
