using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Workflow.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task Every_Write_That_Is_Reported_As_Failed_After_It_Took_Place_Changes_Nothing()
    {
        await using var calm = await Scenario.StartAsync();
        await PlayAsync(calm);
        await using var rough = await Scenario.StartAsync(faults =>
            faults.After = Once(faults, Faults.MayFailAfter)
        );

        await PlayAsync(rough);

        Assert.InRange(rough.Faults.Count, 40, 1000);
        Assert.Equal(await EventsAsync(calm), await EventsAsync(rough));
        Assert.Equal(await MailsAsync(calm), await MailsAsync(rough));
        await rough.AssertSoundAsync();
    }

    [Fact]
    public async Task Every_Write_That_Fails_Before_It_Takes_Place_Changes_Nothing()
    {
        await using var calm = await Scenario.StartAsync();
        await PlayAsync(calm);
        await using var rough = await Scenario.StartAsync(faults =>
            faults.Before = Once(faults, Faults.MayFailBefore)
        );

        await PlayAsync(rough);

        Assert.InRange(rough.Faults.Count, 40, 1000);
        Assert.Equal(await EventsAsync(calm), await EventsAsync(rough));
        Assert.Equal(await MailsAsync(calm), await MailsAsync(rough));
        await rough.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Process_That_Keeps_Failing_Is_Shown_And_The_Others_Go_On()
    {
        await using var scenario = await Scenario.StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Key == "opened-1 in small.beta.r1")
                {
                    throw new InvalidOperationException("This row cannot be written.");
                }
            }
        );

        await scenario.ReachApprovalAsync(missing: scenario.Beta);

        var failure = Assert.Single((await scenario.StateAsync()).Failures);
        Assert.Equal(scenario.Beta.InstanceId(1), failure.Instance);
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm =>
                alarm.Kind == StatusAlarmKind.ProcessFailed
                && alarm.Detail!.Contains(failure.Instance, StringComparison.Ordinal)
        );
        Assert.Equal(
            scenario.Beta,
            Assert
                .Single((await scenario.DossierAsync(1)).With(DossierException.Missing))
                .Assignment
        );
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        Assert.Equal(["request-1-0", "received"], scenario.MailsAbout(scenario.Alpha));
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Fact]
    public async Task Mails_That_Cannot_Be_Written_Are_Shown_And_The_Report_Still_Counts_And_Closes()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Faults.Before = call =>
        {
            if (call.Key.StartsWith("small.beta.r1~reminder", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("This row cannot be written.");
            }
        };
        await scenario.ToDayAsync(4);
        Assert.Single((await scenario.StateAsync()).Failures);

        var sent = await scenario.UploadAsync(scenario.Beta);
        await scenario.ReachApprovalAsync(missing: scenario.Beta);

        Assert.True(sent.IsAcceptable);
        Assert.Empty((await scenario.DossierAsync(1)).With(DossierException.Missing));
        Assert.Equal(
            WindowOutcome.Accepted,
            (await scenario.StateAsync(scenario.Beta)).Current!.Outcome
        );
        Assert.NotNull((await scenario.StateAsync()).Round(1));
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    [Fact]
    public async Task A_Report_Whose_Process_Failed_Can_Be_Asked_For_By_The_Approvers()
    {
        await using var scenario = await Scenario.StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Key == "opened-1 in small.beta.r1")
                {
                    throw new InvalidOperationException("This row cannot be written.");
                }
            }
        );
        await scenario.ReachApprovalAsync(missing: scenario.Beta);
        scenario.Faults.Before = _ => { };

        await scenario.AskForChangesAsync("first", "Beta is missing.", scenario.Beta);
        Assert.Equal(["request-2-0"], scenario.MailsAbout(scenario.Beta));
        await scenario.UploadAsync(scenario.Beta);

        Assert.NotNull((await scenario.StateAsync()).Round(2));
        Assert.Empty((await scenario.DossierAsync(2)).With(DossierException.Missing));
        await scenario.AssertSoundAsync(failuresAllowed: true);
    }

    // People press their buttons again by themselves; here only what the engine runs is disturbed.
    private static Action<Faults.PortCall> Once(
        Faults faults,
        Func<Faults.PortCall, bool> mayFail
    ) =>
        call =>
        {
            if (mayFail(call))
            {
                faults.FailOnce(call);
            }
        };

    private static async Task PlayAsync(Scenario scenario)
    {
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(6);
        await scenario.UploadAsync(scenario.Beta);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.1);
        await scenario.AskForChangesAsync("first", "Figures are missing.", scenario.Alpha);
        await scenario.ToDayAsync(15);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(15.5);
        await scenario.ApproveAsync("first", round: 2);
        await scenario.ApproveAsync("second", round: 2);
        await scenario.ToDayAsync(17);
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
    }

    // Retries take some seconds, so instants may differ a little; nothing else may.
    private static async Task<IReadOnlyList<string>> EventsAsync(Scenario scenario)
    {
        var events = new List<string>();
        foreach (
            var stream in scenario
                .Plan.Assignments.Select(id => id.Stream)
                .Append(scenario.Cycle.Stream)
        )
        {
            // Renderings are made beside the round, and come when they are done; the receipt of an answer that was kept back goes out before the round ends.
            foreach (
                var entry in (await scenario.EntriesAsync(stream)).Where(entry =>
                    entry.Event
                        is not (
                            CycleEvent.DossierRendered
                            or CycleEvent.Mailed { Kind: nameof(AnswerReceiptLetter) }
                        )
                )
            )
            {
                var day = (int)(entry.RecordedAt - scenario.Day(0)).TotalDays;
                events.Add(
                    FormattableString.Invariant($"{stream} {entry.Event.GetType().Name} {day}")
                );
            }
        }
        return events;
    }

    private static async Task<IReadOnlyList<string>> MailsAsync(Scenario scenario) =>
        [
            .. (await scenario.OutboxAsync())
                .OrderBy(mail => mail.Kind == nameof(AnswerReceiptLetter))
                .Where(mail => mail.Kind != nameof(ReceivedLetter))
                .Select(mail => $"{mail.Id} {mail.Outcome!.Status}"),
        ];
}
