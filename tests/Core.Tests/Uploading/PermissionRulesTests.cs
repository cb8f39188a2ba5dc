using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class PermissionRulesTests
{
    private static readonly AssignmentEvent.Opened Correcting = Opened() with
    {
        Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
    };

    private static readonly AssignmentEvent.Checked Mendable = Checked(
        [new Finding("value-missing", Severity.Error, [])],
        isCorrectable: true
    );

    private static readonly AssignmentEvent.WindowEnded Ended = new(1, WindowOutcome.Missing);

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, Event[], long?, string, string?> Requests =>
        new()
        {
            { "in its time", [Opened()], 1_000, "2024-09-01T00:00:00+07:00", null },
            { "of unknown size", [Opened()], null, "2024-09-01T00:00:00+07:00", null },
            { "late", [Opened()], 1_000, "2024-09-20T00:00:00+07:00", null },
            { "a replacement", [Opened(), Recorded("2024-09-01T00:00:00+07:00")], 1_000, "2024-09-02T00:00:00+07:00", null },
            { "the largest", [Opened()], 20_000_000, "2024-09-01T00:00:00+07:00", null },
            { "a byte larger", [Opened()], 20_000_001, "2024-09-01T00:00:00+07:00", "file-too-large Error 20000001 20000000" },
            { "empty", [Opened()], 0, "2024-09-01T00:00:00+07:00", "file-empty Blocker" },
            { "the last tick before the close", [Opened()], 1, "2024-09-30T23:59:59.9999999+07:00", null },
            { "at the close", [Opened()], 1, "2024-10-01T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
            { "after the close, to mend what came on time", [Correcting, Unchecked("2024-09-09T09:00:00+07:00"), Mendable], 1, "2024-10-01T00:00:00+07:00", null },
            { "not after the end of corrections", [Correcting, Unchecked("2024-09-09T09:00:00+07:00"), Mendable], 1, "2024-10-03T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
            { "nor if nothing came on time", [Correcting, Unchecked("2024-09-12T09:00:00+07:00"), Mendable], 1, "2024-10-01T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
            { "nor while what came is being checked", [Correcting, Unchecked("2024-09-09T09:00:00+07:00")], 1, "2024-10-01T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
            { "ended early", [Opened(), Ended], 1, "2024-09-01T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
            { "not open yet", [], 1, "2024-08-01T00:00:00+07:00", "not-open-yet Blocker 2024-08-01T08:00:00.0000000+07:00" },
            { "exempt", [Opened(), new AssignmentEvent.Exempted("o", "r")], 1, "2024-09-01T00:00:00+07:00", "exempt Blocker" },
            { "exempt before it opened", [new AssignmentEvent.Exempted("o", "r")], 1, "2024-09-01T00:00:00+07:00", "exempt Blocker" },
            { "reopened", [Opened(), Ended, Opened(2, Instant("2024-10-10T00:00:00+07:00"), Instant("2024-10-12T00:00:00+07:00"))], 1, "2024-10-11T00:00:00+07:00", null },
            { "a part that a reopening does not ask for", [Opened(), Ended, new AssignmentEvent.Opened(2, OpeningCause.Returned, Due, Instant("2024-10-12T00:00:00+07:00"), [new("annex", true)], null)], 1, "2024-10-11T00:00:00+07:00", "part-not-asked Blocker" },
            { "closed weighs more than too large", [Opened()], long.MaxValue, "2024-10-01T00:00:00+07:00", "closed Blocker 2024-10-01T00:00:00+07:00" },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Whether_an_upload_may_begin(
        string why,
        Event[] events,
        long? size,
        string now,
        string? expected
    )
    {
        var type = ReportType("district", "ba-dinh") with { OpensAtLatest = Opening };

        var refusal = PermissionRules.Refuse(type, "report", State(events), size, At(now));

        var words = refusal is null
            ? null
            : string.Join(' ', [refusal.Code, refusal.Severity.ToString(), .. refusal.Arguments]);
        Assert.True(words == expected, $"{why}: {words}");
    }

    [Theory]
    [InlineData("2024-09-01T00:00:00+07:00", "2024-09-01T00:30:00+07:00", "half an hour")]
    [InlineData("2024-09-30T23:30:00+07:00", "2024-10-01T00:00:00+07:00", "just until the close")]
    [InlineData("2024-09-30T23:59:00+07:00", "2024-10-01T00:00:00+07:00", "never past the close")]
    [InlineData("2024-09-30T16:59:59Z", "2024-10-01T00:00:00+07:00", "nor in UTC")]
    [InlineData(
        "2024-09-10T23:59:00+07:00",
        "2024-09-11T00:29:00+07:00",
        "due does not shorten it: late is allowed"
    )]
    public void A_permission_expires(string now, string expires, string why) =>
        Assert.True(PermissionRules.Expiry(State(Opened()).Current!, At(now)) == At(expires), why);
}
