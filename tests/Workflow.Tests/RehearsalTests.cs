using System.Collections.Concurrent;
using System.Text;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;
using ProgramReview.Local.Rehearsal.Reporting.Sheet;

namespace ProgramReview.Workflow.Tests;

public sealed class RehearsalTests
{
    private static readonly ConcurrentDictionary<(Profile, int), Task<RehearsalReport>> Played =
        new();

    private static readonly PlanLookup Plan = Plans.Realistic();

    public static TheoryData<string> Profiles => [.. Profile.Named.Select(profile => profile.Name)];

    [Fact]
    public async Task Two_Rehearsals_Are_The_Same_To_The_Byte()
    {
        var chaotic = Named("chaotic");

        var (one, two) = (await PlayAnewAsync(chaotic), await PlayAnewAsync(chaotic));

        Assert.True(ReportJson.Write(one).AsSpan().SequenceEqual(ReportJson.Write(two)));
        Assert.True(ReportSheet.Write(one).AsSpan().SequenceEqual(ReportSheet.Write(two)));
    }

    [Fact]
    public async Task Another_Seed_Is_Another_Rehearsal_With_As_Many_Late()
    {
        var (one, two) = (await PlayAsync(Profile.Typical), await PlayAsync(Profile.Typical, 2));

        Assert.NotEqual(one.Timeline, two.Timeline);
        Assert.Equal((one.Late, one.Missing), (two.Late, two.Missing));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_Profile_Ends_With_A_Published_Dossier(string name)
    {
        var report = await PlayAsync(Named(name));

        Assert.Empty(report.Failures);
        Assert.Equal(CycleOutcome.Published, report.Outcome);
        Assert.DoesNotContain(report.Timeline, item => item.Outcome.Contains("does not open"));
    }

    [Fact]
    public async Task Everybody_Is_Counted_As_What_Became_Of_Them()
    {
        var report = await PlayAsync(Profile.Typical);

        Assert.Equal(Plan.Assignments.Count, report.Assignments);
        Assert.True(report is { OnTime: > 0, Late: > 0, Missing: > 0 });
        Assert.Equal(
            (report.OnTime, report.Late, report.Missing),
            (
                report.Stories.Count(story => story.Timeliness == TimelinessVerdict.OnTime),
                report.Stories.Count(story => story.Timeliness == TimelinessVerdict.Late),
                report.Stories.Count(story => story.FirstCounted is null)
            )
        );
        Assert.Equal(1 + Profile.Typical.Approvers.RoundsOfChanges, report.Rounds);
    }

    [Fact]
    public async Task The_Punctual_Are_Never_Late_And_Never_Reminded_Of_A_Report()
    {
        var report = await PlayAsync(Named("punctual"));

        Assert.Equal((report.Assignments, 0, 0), (report.OnTime, report.Late, report.Missing));
        Assert.DoesNotContain(report.SentMails, mail => mail.Kind == nameof(OverdueLetter));
    }

    [Fact]
    public async Task In_The_Last_Hour_Everything_Comes_At_Once()
    {
        var report = await PlayAsync(Named("last-hour"));

        Assert.All(
            report.Stories.Where(story => story.FirstCounted < story.Due),
            story => Assert.True(story.FirstCounted >= story.Due - TimeSpan.FromHours(1))
        );
    }

    [Fact]
    public async Task The_Worst_Case_Ends_When_The_Plan_Says_It_Must_At_The_Latest()
    {
        var report = await PlayAsync(Named("worst"));

        var latest = report.Approval.Latest[2];
        Assert.InRange(report.EndedAt, report.DossierReady[2], latest);
        Assert.Equal(3, report.Rounds);
        Assert.Equal(report.Approval.Earliest, report.DossierReady[0]);
    }

    [Fact]
    public async Task Where_The_Quorum_Stays_Silent_Operations_Open_The_Round_Again_Then_End_The_Cycle()
    {
        var silent = new Profile
        {
            Name = "silent",
            Approvers = new() { Silent = 0.6 },
        };

        var report = await PlayAsync(silent with { Operators = new() { OpensAgain = 1 } });

        Assert.Equal(CycleOutcome.Stopped, report.Outcome);
        Assert.Equal(2, report.Rounds);
        Assert.False(report.EndedAsPlanned);
    }

    [Fact]
    public async Task A_Granted_Extension_Makes_A_Report_On_Time_And_A_Refused_One_Late()
    {
        var asking = new Profile
        {
            Name = "asking",
            Units = new()
            {
                AsksExtension = 1,
                Never = 0,
                Late = 0,
                WrongFirst = 0,
            },
        };

        var granted = await PlayAsync(asking with { Operators = new() { Grants = 1 } });
        var refused = await PlayAsync(asking with { Operators = new() { Grants = 0 } });

        // A window that closes when the report is due has no room to be extended into, so nobody asks.
        var hard = Plan.Assignments.Count(id =>
            Plan.ReportType(id.ReportType) is var type && type.Due == type.Closes
        );
        Assert.Equal(Plan.Assignments.Count, granted.OnTime);
        Assert.Equal((hard, Plan.Assignments.Count - hard), (refused.OnTime, refused.Late));
        Assert.Contains(granted.Instants, instant => instant.About.Contains("extended"));
    }

    [Fact]
    public async Task The_Live_Rules_Say_What_Holds_Around_Every_Instant()
    {
        var report = await PlayAsync(Profile.Typical);

        var due = Assert.Single(report.Instants, i => i is { What: "due", About: "district" });
        Assert.Equal(Plan.Assignments.Count(id => id.ReportType == "district"), due.Count);
        Assert.StartsWith("stored then: on time", due.Before);
        Assert.StartsWith("stored then: late", due.AtIt);
        var hard = Assert.Single(report.Instants, i => i.What == "due, closes");
        Assert.Equal("stored then: on time; an upload may begin", hard.Before);
        Assert.Equal("stored then: refused; no upload may begin", hard.AtIt);
        var round = report.Instants.First(i => i.What == "round closes");
        Assert.Equal(
            ("open: a decision counts", "expired: a decision is refused"),
            (round.Before, round.AtIt)
        );
    }

    [Fact]
    public async Task The_Page_Shows_Every_Mail_In_Every_Language_And_Asks_Nothing_Of_Anybody()
    {
        var report = await PlayAsync(Profile.Typical);

        var page = Encoding.UTF8.GetString(ReportSheet.Write(report));

        Assert.All(
            report.MailTexts.GroupBy(texts => texts.Kind),
            kind =>
                Assert.Equal(
                    Enum.GetValues<Language>(),
                    kind.Select(texts => texts.Language).Order()
                )
        );
        var encoder = System.Text.Encodings.Web.HtmlEncoder.Create(
            System.Text.Unicode.UnicodeRanges.All
        );
        Assert.All(
            report.MailTexts.SelectMany(texts => texts.Texts),
            text => Assert.Contains(encoder.Encode(text.Text), page)
        );
        Assert.Equal(
            report.Mails,
            report.MailTexts.Sum(texts => texts.Texts.Sum(text => text.Recipients.Count))
        );
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain(" src=", page);
        Assert.InRange(page.Length, 100_000, 1_500_000);
    }

    [Fact]
    public async Task No_Secret_Of_A_Link_Stands_In_A_Report()
    {
        var report = await PlayAsync(Profile.Typical);

        Assert.DoesNotMatch(
            @"rehearsal\.example/[ua]/[A-Za-z0-9]",
            Encoding.UTF8.GetString(ReportJson.Write(report))
        );
    }

    private static Profile Named(string name) =>
        Profile.Named.Single(profile => profile.Name == name);

    // A rehearsal is the same each time, so tests that only look share one.
    private static Task<RehearsalReport> PlayAsync(Profile profile, int seed = 1) =>
        Played.GetOrAdd((profile, seed), _ => PlayAnewAsync(profile, seed));

    private static Task<RehearsalReport> PlayAnewAsync(Profile profile, int seed = 1) =>
        RehearsalRun.PlayAsync(Plan, profile, seed, inFull: true, CancellationToken.None);
}
