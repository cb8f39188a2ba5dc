using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

public sealed class OutageTests
{
    private const int Bodies = 240;

    private static readonly OutagePlan ByItsLength = new(
        OutageExtension.Window,
        TimeSpan.FromDays(3)
    );

    [Fact]
    public async Task A_Declared_Outage_Moves_Every_Open_Deadline_And_Stands_In_The_Dossier()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(4);

        var window = new OutageWindow(scenario.Day(3.5), scenario.Day(3.5).AddMinutes(90));
        var done = await scenario.DeclareAsync(window);
        var again = await scenario.DeclareAsync(window);

        Assert.IsType<CommandAnswer.Done>(done);
        Assert.Equal(done, again);
        var due = Deadline.At(scenario.Day(5).AddHours(2));
        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta, scenario.Gamma })
        {
            var moved = Assert.Single(
                await scenario.EventsAsync<AssignmentEvent.DueExtended>(assignment.Stream)
            );
            Assert.Equal(
                (Deadline.At(scenario.Day(5)), due, window, "Minh"),
                (moved.From, moved.To, moved.Outage, moved.By)
            );
            Assert.Single(
                await scenario.MailsToAsync($"{assignment.Body}-officer"),
                kind => kind == nameof(ExtendedLetter)
            );
        }
        Assert.Null((await scenario.StateAsync(scenario.Consolidated)).Current);
        Assert.Contains(
            scenario.Sent,
            mail =>
                mail.Text.Contains("Reports could not be sent from", StringComparison.Ordinal)
                && mail.Text.Contains("Power cut", StringComparison.Ordinal)
        );

        await scenario.ToAsync(scenario.Day(5).AddMinutes(119));
        var report = await scenario.UploadAsync(scenario.Alpha);
        Assert.Equal(TimelinessReason.BeforeExtendedDue, report.Judgement.Reason);
        await scenario.ReachApprovalAsync(scenario.Alpha, scenario.Beta, scenario.Gamma);

        // Whoever declared it stands in the record alone: everybody reads the dossier.
        var outage = Assert.Single((await scenario.DossierAsync(1)).Root.Outages);
        Assert.Equal(
            (window, 2, "", "Power cut", 3),
            (outage.Window, outage.Hours, outage.By, outage.Reason, outage.Moved)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Declaration_Cut_Short_Is_Carried_To_Its_End_By_Its_Process()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(4);
        scenario.Faults.Before = call =>
        {
            if (
                call.Key.StartsWith("outage-", StringComparison.Ordinal)
                && call.Key.EndsWith("beta.r1", StringComparison.Ordinal)
            )
            {
                throw new IOException("The line was cut.");
            }
        };
        await scenario.DeclareAsync(new OutageWindow(scenario.Day(3), scenario.Day(3.25)));
        Assert.NotNull((await scenario.StateAsync(scenario.Alpha)).Current!.Extension);
        Assert.Null((await scenario.StateAsync(scenario.Beta)).Current!.Extension);
        Assert.Null(Assert.Single((await scenario.StateAsync()).Outages).Moved);
        scenario.Faults.Before = _ => { };

        await scenario.ToAsync(scenario.Now.AddHours(1));

        await AssertMovedOnceAsync(scenario, scenario.Alpha, scenario.Beta, scenario.Gamma);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Declaration_After_Which_Nothing_Was_Started_Is_Found_By_The_Sweep()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(4);
        await scenario
            .World.Get<Recorder>()
            .WriteAsync(
                scenario.Cycle.Stream,
                "command-outage",
                _ => new CycleEvent.OutageDeclared(
                    new OutageWindow(scenario.Day(3), scenario.Day(3.25)),
                    6,
                    "Minh",
                    "Power cut"
                ),
                Scenario.Cancel
            );

        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();

        await AssertMovedOnceAsync(scenario, scenario.Alpha, scenario.Beta, scenario.Gamma);
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("lost")]
    [InlineData("hangs")]
    public async Task Among_Hundreds_It_Goes_By_Steps_Tells_How_Far_It_Is_And_Begun_Anew_Does_Nothing_Twice(
        string how
    )
    {
        var steps = 0;
        var isBroken = true;
        await using var scenario = await Scenario.StartAsync(
            change: plan => SyntheticPlan.Of(plan, Bodies) with { Outages = ByItsLength },
            activities: (_, activity, run) =>
                isBroken && activity == nameof(OrderStepActivity) && ++steps > 2
                    ? throw new IOException("The line was cut.")
                    : run()
        );
        var owing = scenario.Plan.Assignments.Where(id => id.ReportType == "r1").ToArray();
        await scenario.ToDayAsync(4);
        await scenario
            .World.Get<PageDriver>()
            .CommandAsync(
                owing[^1],
                "exempt",
                new Command.Exempt("Minh", "Dissolved"),
                Scenario.Cancel
            );

        var answer = await scenario.DeclareAsync(
            new OutageWindow(scenario.Day(3), scenario.Day(3.25))
        );

        // The press is answered long before the last deadline has moved.
        Assert.IsType<CommandAnswer.Done>(answer);
        var moving = Assert.Single(await MovingAsync(scenario));
        Assert.Equal(
            (100, 101, Bodies, OutageStay.NotYetOpen),
            (
                moving.Progress.Done,
                moving.Seen,
                moving.Total,
                Assert.Single(moving.Progress.Stayed).Why
            )
        );
        var page = await StatusPageAsync(scenario);
        Assert.Contains(
            $"100 moved so far; 101 of {Bodies} looked at.",
            page,
            StringComparison.Ordinal
        );

        var instance = (await scenario.StateAsync()).LongOrders[0].Instance;
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

        await AssertMovedOnceAsync(scenario, owing[..^1]);
        Assert.Empty(await MovingAsync(scenario));
        Assert.Contains(
            $"Deadlines moved: {owing.Length - 1} of {Bodies}. The body is exempt: 1. Not open during the outage: 1.",
            await StatusPageAsync(scenario),
            StringComparison.Ordinal
        );
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Fact]
    public async Task A_Deadline_Stays_Where_What_Waits_For_The_Report_Would_Be_Due_No_Later()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Outages = new(OutageExtension.Window, TimeSpan.FromDays(10)),
            }
        );
        await scenario.ToDayAsync(4);

        // The three would be due on day 13, and the office's report that waits for them on day 12.
        await scenario.DeclareAsync(new OutageWindow(scenario.Day(-4), scenario.Day(4)));

        var applied = Assert.Single(
            await scenario.EventsAsync<CycleEvent.OutageApplied>(scenario.Cycle.Stream)
        );
        Assert.Equal(0, applied.Moved);
        Assert.Equal(
            [new OutageStays(OutageStay.NotYetOpen, 1), new OutageStays(OutageStay.WaitedFor, 3)],
            applied.Stayed
        );
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Current!.Extension);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Who_Was_Late_Before_The_Declaration_Stays_Late_And_Who_Sends_After_It_Is_On_Time()
    {
        await using var scenario = await StartAsync();
        await scenario.ToAsync(scenario.Day(5).AddHours(1));
        await scenario.UploadAsync(scenario.Alpha);

        await scenario.DeclareAsync(new OutageWindow(scenario.Day(4.5), scenario.Day(4.9)));
        await scenario.UploadAsync(scenario.Beta);

        Assert.Equal(
            TimelinessVerdict.Late,
            (await scenario.StateAsync(scenario.Alpha)).Timeliness
        );
        Assert.Equal(
            TimelinessVerdict.OnTime,
            (await scenario.StateAsync(scenario.Beta)).Timeliness
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Without_A_Word_In_The_Plan_It_Is_Written_Down_And_Moves_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(4);

        await scenario.DeclareAsync(new OutageWindow(scenario.Day(3), scenario.Day(3.25)));
        var other = await scenario.DeclareAsync(
            new OutageWindow(scenario.Day(3.1), scenario.Day(3.5)),
            "other"
        );

        var outage = Assert.Single((await scenario.StateAsync()).Outages);
        Assert.Equal((0, 0), (outage.Hours, outage.Moved));
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("outage-overlaps", by: "Minh")),
            other
        );
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Current!.Extension);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Time_In_Which_Storage_Was_Out_Of_Reach_Is_Noted_Afterwards_And_Stands_In_The_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();
        var health = scenario.World.Get<HealthWatch>();
        await scenario.LookAsync(health);
        scenario.Faults.Before = _ => throw new IOException("The line was cut.");
        foreach (var minutes in new[] { 5, 10, 15 })
        {
            scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(minutes));
            await Assert.ThrowsAsync<IOException>(() => scenario.LookAsync(health));
        }
        scenario.Faults.Before = _ => { };
        Assert.Empty((await scenario.StateAsync()).HealthGaps);

        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(20));
        await scenario.LookAsync(health);
        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(25));
        await scenario.LookAsync(health);
        await scenario.ReachApprovalAsync();

        var gap = new OutageWindow(scenario.Day(0), scenario.Day(0).AddMinutes(20));
        Assert.Equal([gap], (await scenario.StateAsync()).HealthGaps);
        Assert.Equal([gap], (await scenario.DossierAsync(1)).Root.HealthGaps);
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData(15, true, 0, "one look may fail")]
    [InlineData(20, true, 1, "the product was away")]
    [InlineData(500, false, 0, "the clock ran fast, no look was missed")]
    public async Task After_A_Restart_Only_A_Missed_Look_Is_A_Gap(
        int minutes,
        bool isPastDue,
        int gaps,
        string why
    )
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.LookAsync(scenario.World.Get<HealthWatch>());
        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(minutes));

        await scenario.LookAsync(OnAnotherInstance(scenario), isPastDue);

        Assert.True((await scenario.StateAsync()).HealthGaps.Count == gaps, why);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Gap_That_Began_On_One_Instance_Is_Noted_By_Another()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.LookAsync(scenario.World.Get<HealthWatch>());
        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(5));
        await Assert.ThrowsAsync<IOException>(() =>
            OnAnotherInstance(scenario)
                .WatchAsync(
                    isPastDue: false,
                    () => throw new IOException("The line was cut."),
                    Scenario.Cancel
                )
        );

        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(20));
        await scenario.LookAsync(OnAnotherInstance(scenario));
        scenario.World.Clock.AdvanceTo(scenario.Day(0).AddMinutes(40));
        await scenario.LookAsync(OnAnotherInstance(scenario));

        Assert.Equal(
            [new OutageWindow(scenario.Day(0), scenario.Day(0).AddMinutes(20))],
            (await scenario.StateAsync()).HealthGaps
        );
        await scenario.AssertSoundAsync();
    }

    private static HealthWatch OnAnotherInstance(Scenario scenario) =>
        new(
            scenario.World.Get<Cycles>(),
            scenario.World.Get<ICycleIndex>(),
            scenario.World.Get<Recorder>(),
            scenario.World.Clock
        );

    private static Task<Scenario> StartAsync() =>
        Scenario.StartAsync(change: plan => plan with { Outages = ByItsLength });

    private static async Task AssertMovedOnceAsync(
        Scenario scenario,
        params AssignmentId[] assignments
    )
    {
        Assert.Equal(
            assignments.Length,
            Assert.Single((await scenario.StateAsync()).Outages).Moved
        );
        var letters = (await scenario.OutboxAsync())
            .Where(mail => mail.Kind == nameof(ExtendedLetter))
            .CountBy(mail => mail.Subject)
            .ToDictionary();
        foreach (var assignment in assignments)
        {
            Assert.Single(
                await scenario.EventsAsync<AssignmentEvent.DueExtended>(assignment.Stream)
            );
            Assert.Equal(1, letters[assignment.ToString()]);
        }
    }

    private static async Task<IReadOnlyList<OrderAtWork>> MovingAsync(Scenario scenario) =>
        await OrderAtWork.OfAsync(
            scenario.World.Client,
            await scenario.CycleAsync(),
            Scenario.Cancel
        );

    private static async Task<string> StatusPageAsync(Scenario scenario)
    {
        var function = ActivatorUtilities.CreateInstance<StatusPageFunction>(
            scenario.World.Get<IServiceProvider>()
        );
        var request = Scenario.Look;
        request.HttpContext.Items["ProgramReview.Staff"] = new StaffMember(
            "operator",
            StaffRole.Operator
        );
        var page = (PageResult)
            await function.RunAsync(
                request,
                scenario.World.Client,
                scenario.Cycle.ToString(),
                Scenario.Cancel
            );
        return WebUtility.HtmlDecode(page.Html);
    }
}
