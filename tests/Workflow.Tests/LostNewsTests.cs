using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;

namespace ProgramReview.Workflow.Tests;

public sealed class LostNewsTests
{
    [Fact]
    public async Task A_Stored_File_That_Nobody_Reported_Is_Found_By_The_Sweep_And_Judged_By_Its_Commit()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToAsync(scenario.Day(5).AddSeconds(-1));
        await scenario.PutSilentlyAsync(scenario.Alpha);
        var committed = scenario.Now;

        // The doorbell is not heard and the look at the due instant is not reached before the reconciler.
        scenario.World.Clock.AdvanceTo(scenario.Day(5).AddMinutes(4));
        await scenario.World.Get<Reconciler>().LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.SettleAsync();

        var found = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(Channel.Reconciler, found.Channel);
        Assert.Equal(committed, found.Judgement.Committed);
        Assert.Equal(TimelinessVerdict.OnTime, found.Judgement.Verdict);
        Assert.DoesNotContain("overdue-1-0", scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData(4.99, 5, TimelinessVerdict.OnTime)]
    [InlineData(6.99, 7, TimelinessVerdict.Late)]
    public async Task Without_A_Sweep_It_Is_Found_At_The_Next_Deadline(
        double sent,
        double found,
        TimelinessVerdict verdict
    )
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(sent);
        await scenario.PutSilentlyAsync(scenario.Alpha);

        await scenario.ToDayAsync(found);

        var submission = Assert.Single((await scenario.StateAsync(scenario.Alpha)).Submissions);
        Assert.Equal(Channel.Deadline, submission.Channel);
        Assert.Equal(verdict, submission.Judgement.Verdict);
        Assert.Equal(scenario.Day(found), submission.Noticed);
        await scenario.ToDayAsync(8);
        Assert.Equal(
            WindowOutcome.Accepted,
            (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome
        );
        Assert.Equal(
            verdict == TimelinessVerdict.Late,
            scenario.MailsAbout(scenario.Alpha).Contains("overdue-1-0")
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Crash_Between_Recording_And_Ringing_Is_Mended_By_The_Sweep()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);
        var name = await scenario.PutSilentlyAsync(scenario.Gamma);
        scenario.Pages.HoldsChecks = true;
        scenario.Faults.After = call =>
        {
            if (call.Method == "IOutbox.AddAsync")
            {
                throw new IOException("The program stopped here.");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => scenario.NoticeAsync(name));
        scenario.Faults.After = _ => { };
        await scenario.LoseChecksAsync();
        await scenario.SettleAsync();
        Assert.Single((await scenario.StateAsync(scenario.Gamma)).Submissions);
        Assert.Null((await scenario.StateAsync(scenario.Consolidated)).Current);
        scenario.Pages.HoldsChecks = false;

        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();

        Assert.Single((await scenario.StateAsync(scenario.Gamma)).Submissions);
        Assert.Contains("received", scenario.MailsAbout(scenario.Gamma));
        Assert.Contains("request-1-0", scenario.MailsAbout(scenario.Consolidated));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Doubled_And_Reordered_Doorbells_Add_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.PutSilentlyAsync(scenario.Alpha);
        await scenario.ToDayAsync(1);
        var second = await scenario.PutSilentlyAsync(scenario.Alpha);
        var blobCreated = new BlobCreatedFunction(
            scenario.World.Get<SubmissionRecorder>(),
            NullLogger<BlobCreatedFunction>.Instance
        );

        foreach (var (id, name) in new[] { second, first, second, first, first }.Index())
        {
            await blobCreated.RunAsync(
                BlobCreatedMessage.Write(
                    name,
                    id.ToString(CultureInfo.InvariantCulture),
                    scenario.Now
                ),
                scenario.World.Client,
                Scenario.Cancel
            );
            await scenario.SettleAsync();
        }
        await scenario.NoticeAsync(first);

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal([second, first], state.Submissions.Select(submission => submission.BlobName));
        Assert.All(
            state.Submissions,
            submission => Assert.Equal(Channel.BlobCreated, submission.Channel)
        );
        Assert.Equal(second, state.Counting("report")!.BlobName);
        Assert.Equal(2, scenario.MailsAbout(scenario.Alpha).Count(kind => kind == "received"));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Recorded_Long_After_The_Close_A_File_Committed_Before_Due_Is_On_Time()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(4);
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        // Storage is out of the product's reach until after the close.
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith($"submission-{name}", StringComparison.Ordinal))
            {
                throw new IOException("Storage cannot be reached.");
            }
        };
        await scenario.ToDayAsync(9);
        scenario.Faults.Before = _ => { };
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);

        await scenario.ReconcileAsync();

        var state = await scenario.StateAsync(scenario.Alpha);
        var submission = Assert.Single(state.Submissions);
        Assert.Equal(TimelinessVerdict.OnTime, submission.Judgement.Verdict);
        Assert.Equal(scenario.Day(9), submission.Noticed);
        Assert.Equal(AssignmentPhase.OnTime, state.Phase(scenario.Now));
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }
}
