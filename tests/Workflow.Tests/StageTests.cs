using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Requesting;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

public sealed class StageTests
{
    [Fact]
    public async Task The_Consolidated_Report_Opens_When_The_Last_Report_Before_It_Is_Settled()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);
        await scenario.ToDayAsync(2);
        Assert.Null((await scenario.StateAsync(scenario.Consolidated)).Current);

        await scenario.UploadAsync(scenario.Gamma);

        var opened = Assert.Single(
            await scenario.EntriesAsync(scenario.Consolidated.Stream),
            entry => entry.Event is AssignmentEvent.Opened
        );
        Assert.Equal(scenario.Day(2), opened.RecordedAt);
        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Consolidated));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_After_The_Bodys_Own_Opens_When_That_One_Is_Settled_Whatever_Others_Owe()
    {
        AssignmentId Own(Scenario scenario, string body) => new(scenario.Cycle, body, "r3");
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                ReportTypes =
                [
                    plan.ReportTypes[0],
                    SmallPlan.Report(
                        "r3",
                        ["alpha", "beta"],
                        plan.Opens,
                        TimeSpan.FromDays(9),
                        TimeSpan.FromDays(10)
                    ) with
                    {
                        AfterOwn = ["r1"],
                        OpensAtLatest = plan.Opens.AddDays(8),
                    },
                    plan.ReportTypes[1],
                ],
            }
        );
        await scenario.ToDayAsync(2);
        Assert.Null((await scenario.StateAsync(Own(scenario, "alpha"))).Current);

        await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal(["request-1-0"], scenario.MailsAbout(Own(scenario, "alpha")));
        Assert.Null((await scenario.StateAsync(Own(scenario, "beta"))).Current);
        await scenario.ToDayAsync(7);
        Assert.Equal(
            scenario.Day(7),
            (await scenario.EntriesAsync(Own(scenario, "beta").Stream))
                .First(entry => entry.Event is AssignmentEvent.Opened)
                .RecordedAt
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Exemption_Settles_A_Report_Too()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);

        await scenario.ExemptAsync(scenario.Gamma);

        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Consolidated));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Missing_Report_Settles_At_Its_Close()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);

        await scenario.ToDayAsync(7);

        var opened = Assert.Single(
            await scenario.EntriesAsync(scenario.Consolidated.Stream),
            entry => entry.Event is AssignmentEvent.Opened
        );
        Assert.Equal(scenario.Day(7), opened.RecordedAt);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task It_Opens_At_The_Latest_Instant_Whatever_Is_Missing()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ExtendAsync(scenario.Gamma, scenario.Day(10));

        await scenario.ToDayAsync(8);

        var opened = Assert.Single(
            await scenario.EntriesAsync(scenario.Consolidated.Stream),
            entry => entry.Event is AssignmentEvent.Opened
        );
        Assert.Equal(scenario.Day(8), opened.RecordedAt);
        Assert.Null((await scenario.StateAsync(scenario.Gamma)).Current!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Its_Author_Finds_All_That_Came_In_On_The_Upload_Page()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);

        await scenario.ToDayAsync(7);

        var page = await scenario.UploadPageAsync(scenario.Consolidated);
        Assert.Contains($"/material/{scenario.Alpha}.report\"", page, StringComparison.Ordinal);
        Assert.Contains($"/material/{scenario.Beta}.report\"", page, StringComparison.Ordinal);
        Assert.Contains("The body gamma", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/material/{scenario.Gamma}", page, StringComparison.Ordinal);
        var other = await scenario.UploadPageAsync(scenario.Gamma);
        Assert.DoesNotContain("/material/", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Exempt_Body_Is_Told_So_Gets_No_More_Mail_And_Its_Process_Ends()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(2);
        await scenario.ExemptAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);

        Assert.Equal(["request-1-0", "command"], scenario.MailsAbout(scenario.Alpha));
        var end = (await scenario.EntriesAsync(scenario.Alpha.Stream))[^1];
        Assert.Equal(new AssignmentEvent.WindowEnded(1, WindowOutcome.Exempt), end.Event);
        Assert.Equal(scenario.Day(2), end.RecordedAt);
        var process = await scenario.World.Client.GetInstanceAsync(
            scenario.Alpha.InstanceId(1),
            Scenario.Cancel
        );
        Assert.True(process!.IsCompleted);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Body_Exempted_Before_Its_Stage_Opens_Is_Told_So_And_Never_Asked()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ExemptAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14);

        Assert.Equal(["command"], scenario.MailsAbout(scenario.Consolidated));
        Assert.Equal(
            WindowOutcome.Exempt,
            (await scenario.StateAsync(scenario.Consolidated)).Current!.Outcome
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Extension_Moves_Due_And_Close_And_Puts_Off_The_Overdue_Mail()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(4);
        await scenario.ExtendAsync(scenario.Alpha, scenario.Day(9));
        await scenario.ToDayAsync(8);
        await scenario.SettleAsync();
        Assert.Equal(
            ["request-1-0", "reminder-1-1", "command", "reminder-1-1-20260311T010000"],
            scenario.MailsAbout(scenario.Alpha)
        );
        var sent = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(9);

        Assert.Equal(TimelinessVerdict.OnTime, sent.Judgement.Verdict);
        Assert.Equal(TimelinessReason.BeforeExtendedDue, sent.Judgement.Reason);
        var end = (await scenario.EntriesAsync(scenario.Alpha.Stream))[^1];
        Assert.Equal(new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted), end.Event);
        Assert.Equal(scenario.Day(9), end.RecordedAt);
        Assert.DoesNotContain(
            scenario.MailsAbout(scenario.Alpha),
            occasion => occasion.StartsWith("overdue", StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Extension_Takes_The_Reminder_With_It()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(1);
        await scenario.ExtendAsync(scenario.Alpha, scenario.Day(6));
        await scenario.ToDayAsync(7);

        Assert.Equal(
            [
                "request-1-0",
                "command",
                "reminder-1-1-20260308T010000",
                "overdue-1-0-20260308T010000",
            ],
            scenario.MailsAbout(scenario.Alpha)
        );
        var overdue = (await scenario.OutboxAsync()).Single(mail =>
            mail.Id == $"{scenario.Alpha}~overdue-1-0-20260308T010000~alpha-officer"
        );
        Assert.Equal(scenario.Day(6), overdue.QueuedAt);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Whoever_Misses_An_Extended_Due_Too_Is_Told_Again()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(5);
        await scenario.SettleAsync();
        await scenario.ExtendAsync(scenario.Alpha, scenario.Day(6));
        await scenario.ToDayAsync(7);

        var overdue = (await scenario.OutboxAsync())
            .Where(mail =>
                mail.Subject == scenario.Alpha.ToString() && mail.Kind == nameof(OverdueLetter)
            )
            .Select(mail => mail.QueuedAt)
            .Order();
        Assert.Equal([scenario.Day(5), scenario.Day(6)], overdue);
        await scenario.AssertSoundAsync();
    }
}
