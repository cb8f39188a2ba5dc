using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Status;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>Letters to everybody go by steps of a process of their own: no press and no activity does all of them.</summary>
public sealed class LongOrderTests
{
    private const int Bodies = 240;

    public static TheoryData<string, string> Cuts =>
        new MatrixTheoryData<string, string>(
            ["stop", "publish", "resend"],
            ["ended", "lost", "hangs"]
        );

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Letters_To_Hundreds_Go_By_Steps_And_Begun_Anew_Go_To_Nobody_Twice(
        string order,
        string how
    )
    {
        var isBroken = true;
        var sent = () => 0;
        await using var scenario = await Scenario.StartAsync(
            change: plan => SyntheticPlan.Of(plan, Bodies),
            activities: (_, activity, run) =>
                isBroken && activity == nameof(OrderStepActivity) && sent() >= 100
                    ? throw new IOException("The line was cut.")
                    : run()
        );
        var (kind, people) = await OrderAsync(scenario, order, count => sent = count);

        // The press is answered, and the cycle goes on, long before the last letter is out.
        var working = Assert.Single(await WorkingAsync(scenario));
        Assert.Equal((sent(), people), (working.Progress.Done, working.Total));
        Assert.InRange(sent(), 100, 200);

        var instance = Assert.Single((await scenario.StateAsync()).OpenOrders).Instance;
        isBroken = false;
        if (how != "hangs")
        {
            await scenario.World.Client.TerminateInstanceAsync(instance, Scenario.Cancel);
            await scenario.SettleAsync();
        }
        if (how == "lost")
        {
            await scenario.World.Client.PurgeInstanceAsync(instance, Scenario.Cancel);
            await scenario.ReconcileAsync();
        }
        else
        {
            await scenario.ReconcileAsync();
            Assert.IsType<CommandAnswer.Done>(await scenario.RetryAsync(instance));
        }

        Assert.Empty(await WorkingAsync(scenario));
        Assert.Equal(people, sent());
        Assert.Equal(
            people,
            scenario.Sent.Where(mail => IsOf(mail.Id, kind)).DistinctBy(mail => mail.Id).Count()
        );
        Assert.Single(await scenario.EventsAsync<CycleEvent.LettersSent>(scenario.Cycle.Stream));
        if (order != "resend")
        {
            Assert.True((await scenario.StateAsync()).IsOver);
            Assert.Empty(await scenario.LiveInstancesAsync());
        }
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Fact]
    public async Task What_Is_Refused_Once_More_Is_Not_Tried_Again_Until_A_Person_Says_So_Again()
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var tries = 0;
        post.Answer = _ =>
        {
            tries++;
            return new MailOutcome(MailStatus.Refused, null, "No such mailbox");
        };
        await scenario.ToDayAsync(3.5);
        tries = 0;

        Assert.IsType<CommandAnswer.Done>(await scenario.ResendAsync("one"));
        var once = tries;
        await scenario.RetryAsync((await scenario.StateAsync()).LongOrders[^1].Instance);
        Assert.IsType<CommandAnswer.Done>(await scenario.ResendAsync("one"));
        await scenario.ReconcileAsync();

        Assert.NotEqual(0, once);
        Assert.Equal(once, tries);
    }

    private static async Task<(string Occasion, int People)> OrderAsync(
        Scenario scenario,
        string order,
        Action<Func<int>> counts
    )
    {
        var everybody = CycleMails.Recipients(scenario.Plan).Count;
        switch (order)
        {
            case "stop":
                counts(() => scenario.Sent.Count(mail => IsOf(mail.Id, "ended")));
                Assert.IsType<CommandAnswer.Done>(await scenario.StopAsync("Minh", "Withdrawn"));
                return ("ended", everybody);
            case "publish":
                counts(() => scenario.Sent.Count(mail => IsOf(mail.Id, "published")));
                await scenario.ToDayAsync(14);
                await scenario.ApproveAsync("first");
                await scenario.ApproveAsync("second");
                return ("published", everybody);
            default:
                var post = scenario.World.Get<RecordingMailSender>();
                var accept = post.Answer;
                var refused = 0;
                post.Answer = _ =>
                {
                    refused++;
                    return new MailOutcome(MailStatus.Refused, null, "No such mailbox");
                };
                await scenario.ToDayAsync(3.5);
                post.Answer = accept;
                var before = scenario.Sent.Count;
                counts(() => scenario.Sent.Count - before);
                Assert.IsType<CommandAnswer.Done>(await scenario.ResendAsync("again"));
                return ("reminder-1-1", refused);
        }
    }

    private static bool IsOf(string mail, string occasion) =>
        mail.Contains($"~{occasion}~", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<OrderAtWork>> WorkingAsync(Scenario scenario) =>
        await OrderAtWork.OfAsync(
            scenario.World.Client,
            await scenario.CycleAsync(),
            Scenario.Cancel
        );
}
