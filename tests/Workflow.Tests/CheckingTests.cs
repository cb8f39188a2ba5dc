using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>What a file holds is looked at beside everything else, and everything else waits for it no longer than the plan says.</summary>
public sealed class CheckingTests
{
    private static readonly SampleFile Launching = SampleFile.Report(
        "report.pdf",
        $"Report {MarkReader.LaunchMark}"
    );
    private static readonly SampleFile Asking = SampleFile.Report(
        "report.pdf",
        $"Report {MarkReader.AttachmentMark}"
    );

    private static readonly CheckingPlan Correcting = new()
    {
        Corrections = TimeSpan.FromDays(2),
        Correctable = ["active-launch"],
    };

    [Fact]
    public async Task A_Window_Waits_For_A_Check_And_Gives_It_Up_An_Hour_After_The_Close()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(6);
        scenario.Pages.HoldsChecks = true;
        await scenario.UploadAsync(scenario.Alpha);
        var closes = Closes(scenario);

        await scenario.ToAsync(closes.AddMinutes(59));
        var waiting = await scenario.StateAsync(scenario.Alpha);
        await scenario.LoseChecksAsync();
        scenario.Pages.HoldsChecks = false;
        await scenario.ToAsync(closes.AddHours(1));
        await scenario.SettleAsync();
        var ended = await scenario.StateAsync(scenario.Alpha);

        Assert.Null(waiting.Current!.Outcome);
        Assert.Equal(AssignmentPhase.BeingChecked, waiting.Phase(scenario.Now));
        Assert.Equal(WindowOutcome.Missing, ended.Current!.Outcome);
        Assert.Equal(
            [ContentCheck.NotChecked],
            ended.Submissions[0].Findings.Select(finding => finding.Code)
        );
        var letter = scenario.Sent.Last(mail =>
            mail.Text.Contains("could not be checked in the time", StringComparison.Ordinal)
        );
        var page = await scenario.UploadPageAsync(scenario.Alpha);
        Assert.StartsWith(
            "Received, not checked in time",
            letter.Subject,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("send it again.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Received, not checked in time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not received", page, StringComparison.Ordinal);
        Assert.DoesNotContain("This one cannot be used", page, StringComparison.Ordinal);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_Was_Not_Checked_Counts_As_It_Came_Once_A_Person_Says_So()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(4);
        scenario.Pages.HoldsChecks = true;
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToAsync(Closes(scenario).AddMinutes(30));
        await scenario.LoseChecksAsync();
        scenario.Pages.HoldsChecks = false;
        await scenario.ToAsync(Closes(scenario).AddHours(2));
        var file = (await scenario.StateAsync(scenario.Alpha)).Submissions[0];

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Overrule(
                new FindingOption(file, file.Findings[0]).Name,
                "Officer operations",
                "I have read it"
            )
        );

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.True(state.IsAccepted);
        Assert.Equal(file.Judgement.Verdict, state.Timeliness);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Lost_Message_Is_Asked_For_Again()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        scenario.Pages.HoldsChecks = true;
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.LoseChecksAsync();
        scenario.Pages.HoldsChecks = false;

        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();

        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
    }

    [Fact]
    public async Task Doubled_Messages_Add_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        var file = await scenario.UploadAsync(scenario.Alpha, Launching);
        var before = await scenario.EntriesAsync(scenario.Alpha.Stream);

        await scenario
            .World.Get<SubmissionChecker>()
            .CheckAsync(scenario.World.Client, file.BlobName, Scenario.Cancel);

        Assert.Equal(before.Count, (await scenario.EntriesAsync(scenario.Alpha.Stream)).Count);
        Assert.Single(await scenario.OutboxAsync(), mail => mail.Kind == nameof(CheckedLetter));
    }

    [Fact]
    public async Task Bytes_That_End_Two_Readings_Are_Not_Read_A_Third_Time()
    {
        var reader = new DyingReader();
        await using var scenario = await Scenario.StartAsync(services: services =>
            services.AddSingleton<IContentReader>(reader)
        );
        await scenario.ToDayAsync(2);

        var file = await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal(2, reader.Readings);
        Assert.Equal([CheckResult.CouldNotBeRead], file.Findings.Select(finding => finding.Code));
        Assert.Equal(
            AssignmentPhase.ToMend,
            (await scenario.StateAsync(scenario.Alpha)).Phase(scenario.Now)
        );
    }

    [Fact]
    public async Task What_Came_On_Time_Is_Corrected_After_The_Close()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Checking = Correcting,
            }
        );
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Launching);
        await scenario.ToAsync(Closes(scenario).AddHours(20));
        var letter = Assert.Single(
            scenario.Sent,
            mail => mail.Text.Contains("corrected after the close", StringComparison.Ordinal)
        );
        Assert.StartsWith("To be corrected before ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Correct before: ", letter.Text, StringComparison.Ordinal);

        var correction = await scenario.UploadAsync(scenario.Alpha);

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(TimelinessReason.CorrectedAfterCloses, correction.Judgement.Reason);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.Equal(WindowOutcome.Accepted, state.Current!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Nothing_Is_Corrected_Of_What_Came_Late_Or_Not_At_All()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Checking = Correcting,
            }
        );
        await scenario.ToAsync(Closes(scenario).AddMinutes(-1));
        await scenario.UploadAsync(scenario.Alpha, Launching);
        await scenario.ToAsync(Closes(scenario).AddHours(1));

        Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Alpha));
        Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Beta));
        Assert.Equal(
            WindowOutcome.Missing,
            (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome
        );
    }

    [Fact]
    public async Task Corrections_End_With_Their_Time()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Checking = Correcting,
            }
        );
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Launching);

        await scenario.ToAsync(Closes(scenario).AddDays(2).AddSeconds(-1));
        var before = (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome;
        await scenario.ToAsync(Closes(scenario).AddDays(2));
        await scenario.SettleAsync();

        Assert.Null(before);
        Assert.Equal(
            WindowOutcome.Missing,
            (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome
        );
    }

    [Fact]
    public async Task A_Window_That_Was_To_End_As_Missing_Goes_On_While_Something_Can_Be_Corrected()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Checking = Correcting,
            }
        );
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Launching);
        await scenario.ToAsync(Closes(scenario).AddHours(1));
        var end = ActivatorUtilities.CreateInstance<EndWindowActivity>(
            scenario.World.Get<IServiceProvider>()
        );
        var input = new EndWindowActivity.Input(
            ReportInput.Start((await scenario.CycleAsync()).Ref, scenario.Alpha, 1),
            WindowOutcome.Missing
        );

        // Decided before a check that came late was on record.
        var early = await end.RunAsync(input, Scenario.Cancel);
        scenario.World.Clock.AdvanceTo(Closes(scenario).AddDays(2));
        var late = await end.RunAsync(input, Scenario.Cancel);

        Assert.False(early.HasEnded);
        Assert.True(late.HasEnded);
        Assert.Equal(
            WindowOutcome.Missing,
            (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome
        );
    }

    [Fact]
    public async Task A_Query_That_Is_Explained_Lets_A_Part_Count_Where_The_Plan_Holds_It()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Checking = new CheckingPlan { Unexplained = Unexplained.Holds },
            }
        );
        await scenario.ToDayAsync(2);
        var file = await scenario.UploadAsync(scenario.Alpha, Asking);
        var held = await scenario.StateAsync(scenario.Alpha);

        var (recorded, why) = await scenario
            .World.Get<ExplanationRecorder>()
            .RecordAsync(
                scenario.World.Client,
                await scenario.CycleAsync(),
                scenario.Alpha,
                file.Person,
                file.Part,
                file.Findings[0].Key,
                "It is the signed letter.",
                Scenario.Cancel
            );

        Assert.False(held.IsAccepted);
        Assert.Null(why);
        Assert.True(recorded!.IsNew);
        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
    }

    [Fact]
    public async Task What_Stays_Unexplained_Is_Written_Down_At_The_Close_And_Stands_In_The_Dossier()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Asking);
        await scenario.ReachApprovalAsync(missing: scenario.Alpha);

        var ended = Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.WindowEnded>(scenario.Alpha.Stream)
        );
        Assert.Equal("active-attachment", Assert.Single(ended.Unexplained!).Code);
        var letter = Assert.Single(
            scenario.Sent,
            mail => mail.Text.Contains("stayed without an explanation", StringComparison.Ordinal)
        );
        Assert.StartsWith("Closed with questions", letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("can still correct", letter.Text, StringComparison.Ordinal);
        Assert.Single(
            (await scenario.DossierAsync(1))
                .Reports.Single(report => report.Assignment == scenario.Alpha)
                .Unexplained
        );
    }

    private static DateTimeOffset Closes(Scenario scenario) =>
        scenario.Plan.ReportType("r1").Closes.Show(TimeZoneInfo.Utc);

    private sealed class DyingReader : IContentReader
    {
        public int Readings { get; private set; }

        public Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        )
        {
            Readings++;
            throw new InsufficientExecutionStackException();
        }
    }
}
