using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

public sealed class CommandTests
{
    private const string Minh = "Minh";

    [Fact]
    public async Task An_Extension_Is_On_Record_Mailed_And_Waited_For()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(4);

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Extend(Limit(scenario, 9), null, Limit(scenario, 5), Minh, "Flood")
        );
        await scenario.ToDayAsync(8.5);
        var report = await scenario.UploadAsync(scenario.Alpha);

        var @event = Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.DueExtended>(scenario.Alpha.Stream)
        );
        Assert.Equal(
            new(1, Limit(scenario, 5), Limit(scenario, 9), Limit(scenario, 9), Minh, "Flood"),
            @event
        );
        Assert.Equal(TimelinessReason.BeforeExtendedDue, report.Judgement.Reason);
        var mail = scenario.Sent.Single(mail =>
            mail.Id.Contains("~command-", StringComparison.Ordinal)
        );
        Assert.Contains("Flood", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Sat 7 Mar 2026, 08:00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Wed 11 Mar 2026, 08:00", mail.Text, StringComparison.Ordinal);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Double_Click_And_A_Retry_Add_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var command = new Command.Extend(Limit(scenario, 6), null, null, Minh, "Flood");

        var first = await scenario.PressAsync(scenario.Alpha, command, "one");
        var again = await scenario.PressAsync(scenario.Alpha, command, "one");
        var other = await scenario.PressAsync(scenario.Alpha, command, "two");

        Assert.Equal(first, again);
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("due-not-later", Limit(scenario, 6))),
            other
        );
        Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.DueExtended>(scenario.Alpha.Stream)
        );
        Assert.Single(
            await scenario.MailsToAsync("alpha-officer"),
            kind => kind == nameof(ExtendedLetter)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Two_People_At_Once_Leave_One_Exemption_And_The_Second_Learns_Of_The_First()
    {
        await using var scenario = await Scenario.StartAsync();

        var answers = await Task.WhenAll(
            scenario.PressAsync(scenario.Alpha, new Command.Exempt(Minh, "Merged")),
            scenario.PressAsync(scenario.Alpha, new Command.Exempt("Lan", "Merged"))
        );

        var done = Assert.Single(answers.OfType<CommandAnswer.Done>());
        var refused = Assert.Single(answers.OfType<CommandAnswer.Refused>());
        var by = ((AssignmentEvent.Exempted)done.Entry.Event).By;
        Assert.Equal(Refusal.Conflict("already-exempt", by: by), refused.Why);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Late_Report_That_Is_Admitted_Counts_In_The_Dossier_And_Stays_Late()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToAsync(scenario.Day(7).AddMinutes(-1));
        var slow = Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Alpha));
        await scenario.ToAsync(scenario.Day(7).AddMinutes(1));
        await scenario.FinishSlowUploadAsync(slow.BlobName);
        await scenario.ReconcileAsync();
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Counting("report"));

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Admit(slow.BlobName, Minh, "The line was cut")
        );
        await scenario.ReachApprovalAsync(scenario.Alpha, scenario.Beta, scenario.Gamma);

        var part = (await scenario.DossierAsync(1)).Reports.Single(one =>
            one.Assignment == scenario.Alpha
        );
        Assert.Equal(slow.BlobName, part.Parts[0].Counting!.BlobName);
        Assert.Equal(TimelinessVerdict.Late, part.Timeliness);
        Assert.Equal(AssignmentPhase.Late, part.Phase);
        Assert.Contains(nameof(AdmittedLetter), await scenario.MailsToAsync("alpha-officer"));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_Sent_Back_While_Other_Windows_Are_Open_Runs_And_The_Fan_In_Waits_For_It()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(Limit(scenario, 15), Limit(scenario, 16), [], Minh, "No annex")
        );
        await scenario.ToDayAsync(14.5);
        Assert.Empty((await scenario.StateAsync()).Dossiers);
        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal((2, OpeningCause.Returned), (alpha.Current!.Number, alpha.Current.Cause));
        Assert.Equal(AssignmentPhase.Reopened, alpha.Phase(scenario.Now));
        var mended = await scenario.UploadAsync(scenario.Alpha);

        var dossier = await scenario.DossierAsync(1);
        Assert.Equal(
            mended.BlobName,
            dossier
                .Reports.Single(one => one.Assignment == scenario.Alpha)
                .Parts[0]
                .Counting!.BlobName
        );
        Assert.Equal(
            TimelinessVerdict.OnTime,
            (await scenario.StateAsync(scenario.Alpha)).Timeliness
        );
        Assert.Equal(
            ["request-1-0", "received", "request-2-0", "reminder-2-1", "received"],
            scenario.MailsAbout(scenario.Alpha)
        );
        Assert.Contains(
            scenario.Sent,
            mail =>
                mail.Id.Contains("request-2-0", StringComparison.Ordinal)
                && mail.Text.Contains("No annex", StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_May_Send_Late_Is_Late_By_The_Old_Due_And_Is_Not_Told_So_Twice()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(8);

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.AllowLate(Limit(scenario, 10), [], Minh, "Forgot")
        );
        var report = await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal(TimelinessVerdict.Late, report.Judgement.Verdict);
        Assert.Equal(Limit(scenario, 5), report.Judgement.Due);
        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(AssignmentPhase.Late, alpha.Phase(scenario.Now));
        Assert.Equal(WindowOutcome.Accepted, alpha.Current!.Outcome);
        Assert.Equal(
            ["request-1-0", "reminder-1-1", "overdue-1-0", "request-2-0", "received"],
            scenario.MailsAbout(scenario.Alpha)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Extension_After_The_Close_Opens_A_Generation_That_Is_Missed_Like_Any_Other()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(8);
        // What waits for it must be due after it.
        await scenario.ExtendAsync(scenario.Consolidated, scenario.Day(15.5));
        await scenario.ExtendAsync(scenario.Alpha, scenario.Day(15));

        await scenario.ToDayAsync(14.5);
        Assert.Empty((await scenario.StateAsync()).Dossiers);
        await scenario.ToDayAsync(15);

        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(WindowOutcome.Missing, alpha.Current!.Outcome);
        Assert.Equal(2, alpha.Current.Number);
        await scenario.ToDayAsync(15.5);
        Assert.NotNull((await scenario.StateAsync()).Round(1));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Order_Whose_Ring_Was_Lost_Is_Carried_Out_Before_Anything_Is_Compiled()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);
        await scenario.WriteReturnSilentlyAsync(scenario.Alpha, Limit(scenario, 20));

        await scenario.ToDayAsync(15);
        Assert.Empty((await scenario.StateAsync()).Dossiers);
        Assert.Equal(2, (await scenario.StateAsync(scenario.Alpha)).Current!.Number);
        await scenario.UploadAsync(scenario.Alpha);

        Assert.NotNull((await scenario.StateAsync()).Round(1));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Sweep_Rings_For_An_Order_That_Nobody_Rang_For()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);
        await scenario.WriteReturnSilentlyAsync(scenario.Alpha, Limit(scenario, 20));
        await scenario.SettleAsync();
        Assert.Equal(1, (await scenario.StateAsync(scenario.Alpha)).Current!.Number);

        await scenario.ReconcileAsync();

        Assert.Equal(2, (await scenario.StateAsync(scenario.Alpha)).Current!.Number);
        Assert.Contains("request-2-0", scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Sweep_Rings_For_An_Opening_On_Record_That_Has_No_Process()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);
        await scenario.WriteReturnSilentlyAsync(scenario.Alpha, Limit(scenario, 20));
        await scenario.WriteOpeningSilentlyAsync(scenario.Alpha);
        await scenario.SettleAsync();
        Assert.DoesNotContain("request-2-0", scenario.MailsAbout(scenario.Alpha));

        await scenario.ReconcileAsync();

        Assert.Contains("request-2-0", scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_Sent_Back_After_An_Expired_Round_Is_In_The_Next_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        await scenario.ToDayAsync(17);
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(Limit(scenario, 20), null, [], Minh, "No annex")
        );
        await scenario.ChooseSilentlyAsync(1, NextStep.AskAgain);
        await scenario.ReconcileAsync();
        Assert.Single((await scenario.StateAsync()).Dossiers);

        var mended = await scenario.UploadAsync(scenario.Alpha);

        var part = (await scenario.DossierAsync(2)).Reports.Single(one =>
            one.Assignment == scenario.Alpha
        );
        Assert.Equal(mended.BlobName, part.Parts[0].Counting!.BlobName);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Return_Inside_The_Window_Is_A_Letter_And_Nothing_Else()
    {
        await using var scenario = await Scenario.StartAsync();
        var report = await scenario.UploadAsync(scenario.Alpha);

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(null, null, [], Minh, "Page 4 is upside down")
        );

        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(
            (1, report.BlobName),
            (alpha.Windows.Count, alpha.Counting("report")!.BlobName)
        );
        Assert.Contains(
            scenario.Sent,
            mail => mail.Text.Contains("Page 4 is upside down", StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Reminder_Goes_Out_Now_And_Only_To_Whom_Still_Owes()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Beta);

        await scenario.DecideAsync(scenario.Alpha, new Command.Remind(Minh, "The board waits"));
        var refused = await scenario.PressAsync(
            scenario.Beta,
            new Command.Remind(Minh, "The board waits")
        );

        Assert.Equal(
            [nameof(RequestLetter), nameof(ReminderLetter)],
            await scenario.MailsToAsync("alpha-officer")
        );
        Assert.Equal("nothing-to-remind", Assert.IsType<CommandAnswer.Refused>(refused).Why.Code);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Links_That_Are_Issued_Again_Close_All_Former_Ones()
    {
        await using var scenario = await Scenario.StartAsync();
        var former = scenario.TokenOf(scenario.Alpha);

        await scenario.DecideAsync(scenario.Alpha, new Command.ReissueLinks(Minh, "Forwarded"));

        Assert.False(await scenario.OpensAsync(former));
        var fresh = scenario.TokenOf(scenario.Alpha);
        Assert.NotEqual(former, fresh);
        Assert.True(await scenario.OpensAsync(fresh));
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Mail_That_Was_Queued_When_Links_Were_Reissued_And_Goes_Out_Later_Opens_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var sent = (await scenario.OutboxAsync()).First(mail =>
            mail.Subject == scenario.Alpha.ToString()
        );
        // The program stopped between queueing this one and storing its link.
        var queued = sent with
        {
            Id = sent.Id.Replace("request-1-0", "request-1-9", StringComparison.Ordinal),
            LinkId = scenario.World.Get<LinkTokens>().NewId(),
            Outcome = null,
            OutcomeAt = null,
        };
        await scenario.World.Get<IOutbox>().AddAsync(queued, Scenario.Cancel);

        await scenario.DecideAsync(scenario.Alpha, new Command.ReissueLinks(Minh, "Forwarded"));
        var fresh = scenario.TokenOf(scenario.Alpha);
        await scenario.World.Get<MailDispatcher>().SendAgainAsync(queued, Scenario.Cancel);

        var late = scenario.TokenOf(scenario.Alpha);
        Assert.NotEqual(fresh, late);
        Assert.False(await scenario.OpensAsync(late));
        Assert.True(await scenario.OpensAsync(fresh));
    }

    [Theory]
    [InlineData(4.9, TimelinessVerdict.OnTime)]
    [InlineData(5, TimelinessVerdict.Late)]
    [InlineData(7, TimelinessVerdict.Refused)]
    public async Task A_Report_On_Paper_Is_Judged_By_Its_Arrival_Whoever_Finds_The_Evidence(
        double arrived,
        TimelinessVerdict verdict
    )
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(8);
        var entry = await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Record(
                scenario.Day(arrived),
                "report",
                "evidence-1",
                "scan.pdf",
                "alpha-officer",
                Minh,
                "By post"
            )
        );
        // The program stops when the bytes are stored; the daily look finds them.
        var permitted = (AssignmentEvent.UploadPermitted)entry.Event;
        await scenario.FinishSlowUploadAsync(permitted.BlobName);
        await scenario
            .World.Get<Functions.Watch.DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);

        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(
            (verdict, Channel.Operations, scenario.Day(arrived)),
            (submission.Judgement.Verdict, submission.Channel, submission.Judgement.Committed)
        );
        Assert.Equal(scenario.Day(8), submission.EvidenceStored);
        Assert.Equal(new OnBehalf(scenario.Day(arrived), Minh, "By post"), submission.OnBehalf);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Stopped_Cycle_Ends_Its_Processes_And_Tells_Everybody_Why()
    {
        await using var scenario = await Scenario.StartAsync();

        var done = await scenario.StopAsync(Minh, "The programme was withdrawn");
        var again = await scenario.StopAsync(Minh, "The programme was withdrawn");
        var other = await scenario.StopAsync("Lan", "Me too");
        await scenario.SettleAsync();
        Assert.Empty(await scenario.LiveInstancesAsync());
        var sent = scenario.Sent.Count;
        await scenario.ToDayAsync(30);

        Assert.Equal(done, again);
        Assert.Equal(new CommandAnswer.Refused(Refusal.Conflict("cycle-ended", by: Minh)), other);
        var end = (await scenario.StateAsync()).End!;
        Assert.Equal(new(CycleOutcome.Stopped, "The programme was withdrawn", Minh), end);
        Assert.Equal(sent, scenario.Sent.Count);
        Assert.Contains(
            scenario.Sent,
            mail => mail.Text.Contains("The programme was withdrawn", StringComparison.Ordinal)
        );
        Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    // Ending the processes one by one can be cut short between a child and its parent.
    [Fact]
    public async Task A_Process_That_A_Stop_Ends_Before_Its_Parent_Is_No_Failure()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario
            .World.Get<Recorder>()
            .WriteAsync(
                scenario.Cycle.Stream,
                "ended",
                _ => new CycleEvent.Ended(CycleOutcome.Stopped, "Withdrawn", Minh),
                Scenario.Cancel
            );

        await scenario.World.Client.TerminateInstanceAsync(
            scenario.Alpha.InstanceId(1),
            Scenario.Cancel
        );
        await scenario.SettleAsync();

        Assert.Empty((await scenario.StateAsync()).Failures);
    }

    [Fact]
    public async Task A_Process_That_Failed_Goes_On_From_The_Record_When_Started_Again()
    {
        await using var scenario = await Scenario.StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Key == "opened-1 in small.alpha.r1")
                {
                    throw new IOException("The line was cut.");
                }
            }
        );
        await scenario.ToDayAsync(1);
        var instance = scenario.Alpha.InstanceId(1);
        Assert.Contains((await scenario.StateAsync()).Failures, one => one.Instance == instance);
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Current);
        scenario.Faults.Before = _ => { };

        Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(instance));
        // Pressed again it is ended and begun anew: nothing comes of it.
        Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(instance));

        Assert.Equal(1, (await scenario.StateAsync(scenario.Alpha)).Current!.Number);
        Assert.Equal(["request-1-0"], scenario.MailsAbout(scenario.Alpha));
        foreach (
            var nobodys in new[]
            {
                "small.alpha.r1.2",
                "small.alpha.r2.1",
                "small.fan-out.alpha",
                "small.approval.1",
                "cycle-other",
                "other.alpha.r1.1",
                "",
            }
        )
        {
            Assert.Equal(
                "not-retriable",
                Assert.IsType<CommandAnswer.Refused>(await scenario.RetryAsync(nobodys)).Why.Code
            );
        }
        await scenario.ReachApprovalAsync();
        Assert.NotNull((await scenario.DossierAsync(1)).Reports[0].Parts[0].Counting);
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    private static Deadline Limit(Scenario scenario, double day) => Deadline.At(scenario.Day(day));
}
