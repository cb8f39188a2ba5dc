using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

public sealed class MailFailureTests
{
    [Fact]
    public async Task A_Mail_That_Could_Not_Be_Handed_Over_Is_Sent_Again_With_The_Same_Id_And_Link()
    {
        var attempts = new List<OutgoingMail>();
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = mail =>
        {
            attempts.Add(mail);
            return attempts.Count(attempt => attempt.Id == mail.Id) == 1
                ? throw new IOException("The provider is busy.")
                : accept(mail);
        };

        await scenario.ToDayAsync(3.01);

        Assert.Equal(6, attempts.Count);
        foreach (var tries in attempts.GroupBy(attempt => attempt.Id))
        {
            Assert.Equal(2, tries.Count());
            Assert.Single(
                tries.Select(mail => new ReceivedMail(mail.Id, mail.Text).Link).Distinct()
            );
        }
        Assert.Contains("reminder-1-1", scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Mail_Whose_Outcome_Was_Not_Written_Down_Goes_Out_Again_With_The_Same_Id_And_Link()
    {
        await using var scenario = await Scenario.StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Method == "IOutbox.SetOutcomeAsync")
                {
                    faults.FailOnce(call);
                }
            }
        );

        await scenario.ToDayAsync(1);

        var tries = scenario.Sent.Where(mail =>
            mail.Id.StartsWith(scenario.Alpha.ToString(), StringComparison.Ordinal)
        );
        Assert.Equal(2, tries.Count());
        Assert.Single(tries.Select(mail => mail.Id).Distinct());
        Assert.Single(tries.Select(mail => new ReceivedMail(mail.Id, mail.Text).Link).Distinct());
    }

    [Fact]
    public async Task Of_Two_Tries_At_Once_That_End_Differently_The_Record_Tells_The_One_In_The_Outbox()
    {
        await using var scenario = Scenario.Create();
        var outbox = scenario.World.Get<InMemoryOutbox>();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        // Another try is refused, and writes that down, while this one is being sent.
        post.Answer = mail =>
        {
            _ = outbox.SetOutcomeAsync(
                outbox.Find(scenario.Cycle, mail.Id)!,
                new MailOutcome(MailStatus.Refused, null, "No such mailbox"),
                scenario.Now,
                Scenario.Cancel
            );
            return accept(mail);
        };

        await scenario.StartCycleAsync("operations");
        await scenario.SettleAsync();

        var entries = await scenario
            .World.Get<IEventStore>()
            .ReadAsync(scenario.Alpha.Stream, Scenario.Cancel);
        var noted = entries.Select(entry => entry.Event).OfType<AssignmentEvent.Mailed>();
        Assert.Equal(MailResult.Refused, Assert.Single(noted).Result);
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.MailRefused
        );
    }

    [Fact]
    public async Task A_Mail_Refused_For_Good_Is_Not_Sent_Again_And_Is_Shown()
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var tries = 0;
        post.Answer = mail =>
        {
            tries++;
            return new MailOutcome(MailStatus.Refused, null, "No such mailbox");
        };

        await scenario.ToDayAsync(3.5);

        Assert.Equal(3, tries);
        Assert.Equal(
            3,
            (await scenario.AlarmsAsync()).Count(alarm =>
                alarm.Kind == StatusAlarmKind.MailRefused && alarm.Detail == "No such mailbox"
            )
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Refusal_Of_The_Sender_Is_Shown_As_Ours_And_Passes_When_It_Is_Mended()
    {
        await using var scenario = Scenario.Create();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = _ => new MailOutcome(MailStatus.SenderRefused, null, "550 5.4.5 daily limit");
        await scenario.StartCycleAsync("operations");
        await scenario.SettleAsync();

        var alarms = await scenario.AlarmsAsync();
        Assert.Contains(alarms, alarm => alarm.Kind == StatusAlarmKind.SenderRefused);
        Assert.DoesNotContain(alarms, alarm => alarm.Kind == StatusAlarmKind.MailRefused);
        post.Answer = accept;
        await scenario.ToDayAsync(1);

        Assert.Contains("request-1-0", scenario.MailsAbout(scenario.Alpha));
        Assert.Empty(await scenario.AlarmsAsync());
        var noted = (await scenario.EntriesAsync(scenario.Alpha.Stream))
            .Select(entry => entry.Event)
            .OfType<AssignmentEvent.Mailed>();
        Assert.Equal(
            [MailResult.SenderRefused, MailResult.Sent],
            noted.Select(mailed => mailed.Result)
        );
    }

    [Fact]
    public async Task What_Was_Refused_Is_Sent_Again_Once_A_Person_Says_So()
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = _ => new MailOutcome(MailStatus.Refused, null, "No such mailbox");
        await scenario.ToDayAsync(3.5);
        post.Answer = accept;

        Assert.IsType<CommandAnswer.Done>(await scenario.ResendAsync("one"));
        Assert.IsType<CommandAnswer.Done>(await scenario.ResendAsync("one"));
        var nothing = Assert.IsType<CommandAnswer.Refused>(await scenario.ResendAsync("two"));

        Assert.Equal("nothing-refused", nothing.Why.Code);
        Assert.DoesNotContain(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.MailRefused
        );
        Assert.Single(scenario.MailsAbout(scenario.Alpha), mail => mail == "reminder-1-1");
    }

    [Fact]
    public async Task A_Mail_Outage_Of_Ninety_Minutes_Delays_The_Round_And_Harms_Nothing()
    {
        await using var scenario = await ApprovalDuringOutageAsync(TimeSpan.FromMinutes(90));

        Assert.Equal([nameof(DecisionRequestLetter)], await scenario.MailsToAsync("first"));
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task An_Outage_Of_Twelve_Hours_Is_Shown_And_The_Reminder_Brings_The_Link()
    {
        await using var scenario = await ApprovalDuringOutageAsync(TimeSpan.FromHours(12));
        Assert.Empty(await scenario.MailsToAsync("first"));
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.ProcessFailed
        );

        await scenario.ToDayAsync(15.5);

        Assert.Equal([nameof(DecisionReminderLetter)], await scenario.MailsToAsync("first"));
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
    }

    [Fact]
    public async Task A_Mail_That_Was_Given_Up_In_An_Outage_Is_Sent_By_The_Daily_Sweep_With_The_Same_Link()
    {
        await using var scenario = await ApprovalDuringOutageAsync(TimeSpan.FromHours(5));
        var givenUp = (await scenario.OutboxAsync()).Where(mail => mail.Outcome is null).ToList();
        Assert.NotEmpty(givenUp);

        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);

        var after = (await scenario.OutboxAsync()).ToDictionary(mail => mail.Id);
        Assert.All(
            givenUp,
            mail =>
            {
                Assert.Equal(MailStatus.Accepted, after[mail.Id].Outcome!.Status);
                Assert.Equal(mail.LinkId, after[mail.Id].LinkId);
            }
        );
        await scenario.ApproveAsync("first");
        Assert.Single((await scenario.StateAsync()).CurrentRound!.Decisions);
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Theory]
    [InlineData(MailStatus.Accepted, MailStatus.Refused, MailResult.Sent)]
    [InlineData(MailStatus.Refused, MailStatus.Accepted, MailResult.Refused)]
    public async Task Of_Two_That_Try_A_Mail_At_Once_The_Outcome_Recorded_First_Is_On_Record_Alone(
        MailStatus first,
        MailStatus second,
        MailResult noted
    )
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        post.Answer = _ => new MailOutcome(first, null, $"{first}");
        await scenario.ToDayAsync(3.01);
        var mail = (await scenario.OutboxAsync()).Single(mail =>
            mail.Kind == nameof(ReminderLetter) && mail.Subject == scenario.Alpha.ToString()
        );

        // Whoever else looked before the first was through knows of no outcome.
        post.Answer = _ => new MailOutcome(second, null, $"{second}");
        await scenario
            .World.Get<MailDispatcher>()
            .SendAsync(mail with { Outcome = null, OutcomeAt = null }, Scenario.Cancel);

        Assert.Equal(
            noted,
            Assert
                .Single(
                    await scenario.EventsAsync<AssignmentEvent.Mailed>(scenario.Alpha.Stream),
                    @event => @event.Occasion == mail.Occasion
                )
                .Result
        );
        Assert.Equal(mail, (await scenario.OutboxAsync()).Single(row => row.Id == mail.Id));
    }

    [Fact]
    public async Task A_Mail_That_Was_Sent_Since_The_Daily_Sweep_Listed_It_Is_Not_Sent_Again()
    {
        await using var scenario = await ApprovalDuringOutageAsync(TimeSpan.FromHours(5));
        var (sentNow, sentMeanwhile) = await TwoWithoutOutcomeAsync(scenario);
        var tries = await ReconcileWhileSentAsync(scenario, sentNow, sentMeanwhile, isCut: false);

        Assert.DoesNotContain(sentMeanwhile.Id, tries);
        Assert.Equal([MailResult.Sent], await ResultsAsync(scenario, sentMeanwhile));
    }

    [Fact]
    public async Task A_Mail_That_Somebody_Else_Sent_While_The_Daily_Sweep_Failed_Is_Not_Given_Up()
    {
        await using var scenario = await ApprovalDuringOutageAsync(TimeSpan.FromHours(5));
        var (mail, _) = await TwoWithoutOutcomeAsync(scenario);
        await Assert.ThrowsAsync<AggregateException>(() =>
            ReconcileWhileSentAsync(scenario, mail, mail, isCut: true)
        );
        Assert.Empty(await ResultsAsync(scenario, mail));

        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.World.Get<MailNotes>().WriteAsync(mail, MailResult.GivenUp, Scenario.Cancel);

        Assert.Equal([MailResult.Sent], await ResultsAsync(scenario, mail));
    }

    private static async Task<(OutboxMail, OutboxMail)> TwoWithoutOutcomeAsync(Scenario scenario)
    {
        var mails = (await scenario.OutboxAsync()).Where(mail => mail.Outcome is null).ToList();
        return (mails[0], mails[1]);
    }

    // While one mail is sent, somebody else sends another, or the same.
    private static async Task<List<string>> ReconcileWhileSentAsync(
        Scenario scenario,
        OutboxMail during,
        OutboxMail other,
        bool isCut
    )
    {
        var tries = new List<string>();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = mail =>
        {
            tries.Add(mail.Id);
            if (mail.Id != during.Id)
            {
                return accept(mail);
            }
            _ = scenario
                .World.Get<InMemoryOutbox>()
                .SetOutcomeAsync(
                    other,
                    new MailOutcome(MailStatus.Accepted, null, null),
                    scenario.Now,
                    Scenario.Cancel
                );
            return isCut ? throw new IOException("The line was cut.") : accept(mail);
        };
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        return tries;
    }

    private static async Task<IEnumerable<MailResult>> ResultsAsync(
        Scenario scenario,
        OutboxMail mail
    ) =>
        (await scenario.EventsAsync<CycleEvent.Mailed>(scenario.Cycle.Stream))
            .Where(noted => (noted.Occasion, noted.Person) == (mail.Occasion, mail.Person))
            .Select(noted => noted.Result);

    private static async Task<Scenario> ApprovalDuringOutageAsync(TimeSpan outage)
    {
        var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Beta);
        await scenario.UploadAsync(scenario.Gamma);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToAsync(scenario.Day(14).AddSeconds(-1));

        post.Answer = mail => throw new IOException("The provider cannot be reached.");
        await scenario.ToAsync(scenario.Day(14) + outage);
        post.Answer = accept;
        await scenario.ToDayAsync(14.6);
        return scenario;
    }
}
