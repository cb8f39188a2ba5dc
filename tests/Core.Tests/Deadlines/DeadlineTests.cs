using System.Reflection;
using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Deadlines;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Deadlines;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2024-10-01T00:00:00.0000001+07:00", "a tick")]
    [InlineData("2024-10-01T00:00:00.001+07:00", "a millisecond")]
    [InlineData("2024-09-30T23:59:59.9999999+07:00", "the last tick of a day")]
    public void A_deadline_is_a_whole_second(string instant, string why)
    {
        var refusal = Record.Exception(() => Deadline.At(At(instant)));

        Assert.True(refusal is ArgumentException, why);
    }

    [Fact]
    public void Its_text_keeps_the_offset_of_the_plan() =>
        Assert.Equal("2024-10-01T00:00:00+07:00", Closes.ToString());

    [Fact]
    public void Its_JSON_comes_back_the_same() =>
        DeadlineTimes.Sample(
            deadline =>
            {
                var json = JsonSerializer.Serialize(deadline);
                var back = JsonSerializer.Deserialize<Deadline>(json);
                return back == deadline && back.ToString() == deadline.ToString();
            },
            iter: Many
        );

    [Theory]
    [InlineData("\"2024-10-01T00:00:00.5+07:00\"", "a fraction of a second")]
    [InlineData("\"2024-10-01T00:00:00\"", "without an offset it would depend on the machine")]
    [InlineData("\"2024-10-01\"", "a day is no instant")]
    [InlineData("\"24:00\"", "no date")]
    [InlineData("\"\"", "nothing")]
    [InlineData("null", "null")]
    [InlineData("1727715600", "a number")]
    [InlineData("{}", "an object")]
    public void Other_JSON_is_refused_as_such(string json, string why)
    {
        var refusal = Record.Exception(() => JsonSerializer.Deserialize<Deadline>(json));

        Assert.True(refusal is JsonException, $"{why}: {refusal}");
    }

    [Fact]
    public void UTC_may_be_written_with_a_Z() =>
        Assert.Equal(Closes, JsonSerializer.Deserialize<Deadline>("\"2024-09-30T17:00:00Z\""));

    [Fact]
    public void The_same_instant_is_the_same_deadline_whatever_its_offset()
    {
        var utc = Instant("2024-09-30T17:00:00Z");

        Assert.Equal(utc, Closes);
        Assert.True(utc == Closes);
        Assert.False(utc != Closes);
        Assert.Equal(utc.GetHashCode(), Closes.GetHashCode());
        Assert.NotEqual(utc, Due);
        Assert.False(utc.Equals("2024-09-30T17:00:00Z"));
    }

    [Fact]
    public void It_has_no_operators_but_equality()
    {
        var operators = typeof(Deadline)
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(method => method.IsSpecialName)
            .Select(method => method.Name)
            .Order();

        Assert.Equal(["op_Equality", "op_Inequality"], operators);
        Assert.False(typeof(IComparable).IsAssignableFrom(typeof(Deadline)));
        Assert.False(typeof(IComparable<Deadline>).IsAssignableFrom(typeof(Deadline)));
    }

    [Fact]
    public void It_gives_its_instant_away_only_for_showing()
    {
        Assert.Empty(typeof(Deadline).GetProperties());
        Assert.Empty(typeof(Deadline).GetFields(BindingFlags.Public | BindingFlags.Instance));
        Assert.Equal(
            [
                "CapExpiry",
                "DistanceFrom",
                "Equals",
                "Equals",
                "GetHashCode",
                "HasPassed",
                "IsAfter",
                "MovedBy",
                "MovedBy",
                "Remaining",
                "Show",
                "ToString",
            ],
            typeof(Deadline)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Select(method => method.Name)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_comparison_that_judges_stays_in_its_assembly() =>
        Assert.True(
            typeof(Deadline)
                .GetMethod("IsReachedBy", BindingFlags.NonPublic | BindingFlags.Instance)!
                .IsAssembly
        );

    [Theory]
    [InlineData("2024-09-30T23:59:59+07:00", 1)]
    [InlineData("2024-09-30T17:00:00Z", 0)]
    [InlineData("2024-10-01T01:00:00+07:00", -3600)]
    public void The_time_left_runs_out_at_the_deadline(string now, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Closes.Remaining(At(now)));
        Assert.Equal(TimeSpan.FromSeconds(-seconds), Closes.DistanceFrom(At(now)));
        Assert.Equal(seconds <= 0, Closes.HasPassed(At(now)));
    }

    [Fact]
    public void An_expiry_never_lies_after_it() =>
        Gen.Select(DeadlineTimes, Instants)
            .Sample(
                (deadline, expiry) =>
                {
                    var capped = deadline.CapExpiry(expiry);
                    return deadline.Remaining(capped) >= TimeSpan.Zero
                        && capped <= expiry
                        && (capped == expiry || deadline.Remaining(capped) == TimeSpan.Zero);
                },
                iter: Many
            );

    [Fact]
    public void After_means_strictly_after()
    {
        Assert.True(Closes.IsAfter(Due));
        Assert.False(Due.IsAfter(Closes));
        Assert.False(Due.IsAfter(Due));
        Assert.False(Closes.IsAfter(Instant("2024-09-30T17:00:00Z")));
    }

    [Fact]
    public void It_is_shown_in_the_zone_of_the_plan() =>
        Assert.Equal(
            "2024-09-30T17:00:00Z|2024-10-01 00:00",
            Closes.Show(TimeZoneInfo.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z|'", null)
                + Instant("2024-09-30T17:00:00Z")
                    .Show(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))
                    .ToString("yyyy-MM-dd HH:mm", null)
        );

    [Theory]
    [InlineData("2024-10-01T00:00:00+07:00", "2024-10-01T00:00:00+07:00", "a whole second stays")]
    [InlineData("2024-10-01T00:00:00.0000001+07:00", "2024-10-01T00:00:01+07:00", "a tick goes up")]
    [InlineData("2024-12-31T23:59:59.5+07:00", "2025-01-01T00:00:00+07:00", "over the year's end")]
    [InlineData(
        "2024-02-28T23:59:59.9999999+07:00",
        "2024-02-29T00:00:00+07:00",
        "into a leap day"
    )]
    public void A_computed_deadline_is_rounded_in_peoples_favour(
        string instant,
        string expected,
        string why
    ) => Assert.True(WholeSecond.From(At(instant)) == At(expected), why);

    [Fact]
    public void Rounding_gives_away_less_than_a_second() =>
        Instants.Sample(
            instant =>
            {
                var given = WholeSecond.From(instant) - instant;
                return given >= TimeSpan.Zero
                    && given < TimeSpan.FromSeconds(1)
                    && WholeSecond.From(instant).Offset == instant.Offset;
            },
            iter: Many
        );
}
