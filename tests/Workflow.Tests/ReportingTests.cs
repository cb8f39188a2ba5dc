using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

public sealed class ReportingTests
{
    [Fact]
    public void The_Small_Plan_Could_Be_Started() => Assert.Empty(PlanRules.Check(Plans.Small()));

    [Fact]
    public async Task A_Report_On_Time_Counts_And_Its_Sender_Gets_A_Receipt_And_No_Reminder()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(2);
        var sent = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(7);

        Assert.Equal(TimelinessVerdict.OnTime, sent.Judgement.Verdict);
        Assert.Equal(Channel.Page, sent.Channel);
        Assert.Equal(["request-1-0", "received"], scenario.MailsAbout(scenario.Alpha));
        Assert.Equal(
            MailStatus.NotNeeded,
            (await scenario.OutboxAsync())
                .Single(mail => mail.Id == $"{scenario.Alpha}~reminder-1-1~alpha-officer")
                .Outcome!.Status
        );
        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(AssignmentPhase.OnTime, state.Phase(scenario.Now));
        Assert.Equal(WindowOutcome.Accepted, state.Current!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_Between_Due_And_Close_Counts_As_Late_After_Reminder_And_Overdue_Mail()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ToDayAsync(5);
        var sent = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);

        Assert.Equal(TimelinessVerdict.Late, sent.Judgement.Verdict);
        Assert.Equal(
            ["request-1-0", "reminder-1-1", "overdue-1-0", "received"],
            scenario.MailsAbout(scenario.Alpha)
        );
        Assert.Equal(
            AssignmentPhase.Late,
            (await scenario.StateAsync(scenario.Alpha)).Phase(scenario.Now)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_That_Never_Comes_Is_Missing_At_The_Close_And_Listed_In_The_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.ReachApprovalAsync(missing: scenario.Gamma);

        Assert.Equal(
            ["request-1-0", "reminder-1-1", "overdue-1-0"],
            scenario.MailsAbout(scenario.Gamma)
        );
        var end = Assert.Single(
            await scenario.EntriesAsync(scenario.Gamma.Stream),
            entry => entry.Event is AssignmentEvent.WindowEnded
        );
        Assert.Equal(scenario.Day(7), end.RecordedAt);
        Assert.Equal(WindowOutcome.Missing, ((AssignmentEvent.WindowEnded)end.Event).Outcome);
        var missing = Assert.Single(
            (await scenario.DossierAsync(1)).With(DossierException.Missing)
        );
        Assert.Equal(scenario.Gamma, missing.Assignment);
        Assert.Equal(AssignmentPhase.Missing, missing.Phase);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task One_Second_Before_The_Close_Counts_And_At_The_Close_It_Is_Refused_But_Recorded()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToAsync(scenario.Day(7).AddSeconds(-1));

        var alpha = await scenario.UploadAsync(scenario.Alpha);
        var slow = Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Beta));
        ReachCloseUnnoticed(scenario);
        await scenario.FinishSlowUploadAsync(slow.BlobName);
        await scenario.SettleAsync();

        Assert.Equal(TimelinessVerdict.Late, alpha.Judgement.Verdict);
        Assert.True((await scenario.StateAsync(scenario.Alpha)).CurrentIsAccepted);
        var beta = await scenario.StateAsync(scenario.Beta);
        var refused = Assert.Single(beta.Submissions);
        Assert.Equal(TimelinessVerdict.Refused, refused.Judgement.Verdict);
        Assert.Equal(Channel.Deadline, refused.Channel);
        Assert.Null(beta.Counting("report"));
        Assert.Equal(WindowOutcome.Missing, beta.Current!.Outcome);
        Assert.Contains("received", scenario.MailsAbout(scenario.Beta));
        Assert.Equal(
            "closed",
            Assert
                .IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Gamma))
                .Why.Code
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Wrong_File_Does_Not_Stop_The_Reminder_And_The_Right_One_Counts()
    {
        await using var scenario = await Scenario.StartAsync();

        var wrong = await scenario.UploadAsync(scenario.Alpha, Scenario.Photo);
        await scenario.ToDayAsync(3);
        await scenario.SettleAsync();
        Assert.Equal(
            AssignmentPhase.ToMend,
            (await scenario.StateAsync(scenario.Alpha)).Phase(scenario.Now)
        );
        var right = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(7);

        Assert.False(wrong.IsAcceptable);
        Assert.Equal(
            ["request-1-0", "received", "reminder-1-1", "received"],
            scenario.MailsAbout(scenario.Alpha)
        );
        Assert.Equal(
            right.BlobName,
            (await scenario.StateAsync(scenario.Alpha)).Counting("report")!.BlobName
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Newest_Version_On_Time_Counts_And_A_Late_One_Does_Not_Replace_It()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(4);
        var second = await scenario.UploadAsync(scenario.Alpha);
        Assert.Equal(
            second.BlobName,
            (await scenario.StateAsync(scenario.Alpha)).Counting("report")!.BlobName
        );
        await scenario.ToDayAsync(6);
        var late = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(7);

        Assert.Equal(TimelinessVerdict.Late, late.Judgement.Verdict);
        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(3, state.Submissions.Count);
        Assert.Equal(second.BlobName, state.Counting("report")!.BlobName);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task However_Often_Somebody_Rings_The_History_Stays_Small_And_Nothing_Is_Mailed_Twice()
    {
        await using var scenario = await Scenario.StartAsync();
        var instance = scenario.Alpha.InstanceId(1);

        for (var ring = 0; ring < 150; ring++)
        {
            await Functions.Durable.WakeSignals.WakeAsync(
                scenario.World.Client,
                instance,
                Scenario.Cancel
            );
            await scenario.SettleAsync();
            Assert.InRange((await scenario.World.Engine.ReadHistoryAsync(instance)).Count, 1, 400);
        }
        await scenario.ToDayAsync(7);

        Assert.Equal(
            ["request-1-0", "reminder-1-1", "overdue-1-0"],
            scenario.MailsAbout(scenario.Alpha)
        );
        await scenario.AssertSoundAsync();
    }

    // The clock stands at the close, and nothing has run yet.
    private static void ReachCloseUnnoticed(Scenario scenario) =>
        scenario.World.Clock.AdvanceTo(scenario.Day(7));

    [Fact]
    public async Task The_Letter_Of_A_File_Says_At_Once_That_It_Came_And_That_It_Is_Being_Checked()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.UploadAsync(scenario.Alpha);

        var counts = Enum.GetValues<Language>()
            .Select(language => Text.Get(language, "mail.received.being-checked"));
        Assert.Contains(
            scenario.Sent,
            mail =>
                mail.Id.Contains("~received-", StringComparison.Ordinal)
                && counts.Any(words => mail.Text.Contains(words, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_Link_Of_A_Receipt_Outlives_The_Close_However_Early_The_Report_Came()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.UploadAsync(scenario.Alpha);

        var receipt = Assert.Single(
            await scenario.OutboxAsync(),
            mail => mail.Kind == nameof(ReceivedLetter)
        );
        var closes = scenario.Plan.ReportType("r1").Closes;
        Assert.Equal(LinkLife.AfterClose, closes.DistanceFrom(receipt.LinkExpires));
    }
}
