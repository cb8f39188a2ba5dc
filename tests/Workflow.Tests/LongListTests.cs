using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Status;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>Whatever grows with a cycle is read no further than it is shown or needed.</summary>
public sealed class LongListTests
{
    [Fact]
    public async Task The_Story_Of_A_Cycle_Is_Told_By_Pages_The_Newest_First_And_With_Its_Own_Letters()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var recorder = scenario.World.Get<Recorder>();
        for (var number = 1; number <= 220; number++)
        {
            await recorder.WriteAsync(
                scenario.Cycle.Stream,
                FormattableString.Invariant($"command-{number}"),
                _ => new CycleEvent.ResendOrdered(1, "Lan", "Again"),
                Scenario.Cancel
            );
        }
        var count = (await scenario.EntriesAsync(scenario.Cycle.Stream)).Count;
        scenario.Faults.Before = call => Assert.NotEqual("IOutbox.ListAsync", call.Method);

        var pages = new[]
        {
            await StoryAsync(scenario, ""),
            await StoryAsync(scenario, "?page=1"),
            await StoryAsync(scenario, "?page=999999"),
        };

        Assert.Contains($"<li value=\"{count}\"", pages[0], StringComparison.Ordinal);
        Assert.Contains("page=2\" rel=\"prev\"", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<li value=\"1\"", pages[0], StringComparison.Ordinal);
        Assert.Contains("<li value=\"1\"", pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", pages[1], StringComparison.Ordinal);
        Assert.Equal(pages[0], pages[2]);
        Assert.All(
            pages,
            page =>
                Assert.InRange(page.Split("<li value=", StringSplitOptions.None).Length - 1, 1, 100)
        );
        // Three approvers were asked.
        Assert.Contains("Officer third", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_Are_Sent_Again_By_The_Index_And_Not_By_All_That_Ever_Went_Out()
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = mail =>
            mail.Id.Contains("beta", StringComparison.Ordinal)
                ? new(Functions.Mail.MailStatus.Refused, null, "No such mailbox")
                : accept(mail);
        await scenario.ToDayAsync(3.5);
        post.Answer = accept;
        var sent = scenario.Sent.Count;
        scenario.Faults.Before = call => Assert.NotEqual("IOutbox.ListAsync", call.Method);

        var answer = await scenario.ResendAsync("again");

        var done = Assert.IsType<CommandAnswer.Done>(answer);
        Assert.Equal(1, ((CycleEvent.ResendOrdered)done.Entry.Event).Letters);
        Assert.Equal(sent + 1, scenario.Sent.Count);
        Assert.Contains("beta.r1", scenario.Sent[^1].Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Sweep_Looks_At_The_Processes_Of_A_Large_Cycle_By_Turns_And_Finds_Each_Within_The_Hour()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            SyntheticPlan.Of(plan, 1_150)
        );
        var report = scenario.Plan.Assignments[^2].InstanceId(1);
        await scenario.World.Client.TerminateInstanceAsync(report, Scenario.Cancel);
        await scenario.SettleAsync();
        await scenario.World.Client.PurgeInstanceAsync(report, Scenario.Cancel);
        Assert.Null(await scenario.World.Client.GetInstanceAsync(report, Scenario.Cancel));

        for (var turn = 0; turn < 2; turn++)
        {
            await scenario.ToAsync(scenario.Now.AddMinutes(5));
            await scenario.ReconcileAsync();
        }

        var found = await scenario.World.Client.GetInstanceAsync(report, Scenario.Cancel);
        Assert.Equal(OrchestrationRuntimeStatus.Running, found?.RuntimeStatus);
    }

    private static async Task<string> StoryAsync(Scenario scenario, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        var page = await scenario
            .World.Get<StoryView>()
            .ShowAsync(
                request,
                await scenario.CycleAsync(),
                assignment: null,
                mayDecide: false,
                answer: null,
                Scenario.Cancel
            );
        return page.Html;
    }
}
