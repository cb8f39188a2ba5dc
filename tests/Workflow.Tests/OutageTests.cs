using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Watch;

namespace ProgramReview.Workflow.Tests;

public sealed class OutageTests
{
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
                kind => kind == MailKind.Extended
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

        var outage = Assert.Single((await scenario.DossierAsync(1)).Outages);
        Assert.Equal(
            (window, 2, "Minh", "Power cut", 3),
            (outage.Window, outage.Hours, outage.By, outage.Reason, outage.Moved)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Declaration_Cut_Short_Is_Carried_To_Its_End_By_The_Sweep()
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
        var window = new OutageWindow(scenario.Day(3), scenario.Day(3.25));
        await Assert.ThrowsAsync<IOException>(() => scenario.DeclareAsync(window));
        Assert.NotNull((await scenario.StateAsync(scenario.Alpha)).Current!.Extension);
        Assert.Null((await scenario.StateAsync(scenario.Beta)).Current!.Extension);
        Assert.Null(Assert.Single((await scenario.StateAsync()).Outages).Moved);
        scenario.Faults.Before = _ => { };

        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();

        Assert.Equal(3, Assert.Single((await scenario.StateAsync()).Outages).Moved);
        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta, scenario.Gamma })
        {
            Assert.Single(
                await scenario.EventsAsync<AssignmentEvent.DueExtended>(assignment.Stream)
            );
            Assert.Single(
                await scenario.MailsToAsync($"{assignment.Body}-officer"),
                kind => kind == MailKind.Extended
            );
        }
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
        Assert.Equal([gap], (await scenario.DossierAsync(1)).HealthGaps);
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
}
