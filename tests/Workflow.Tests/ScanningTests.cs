using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.Audit;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>Where somebody looks for malware, nothing is read, counts or leaves the house before it was found clean.</summary>
public sealed class ScanningTests
{
    private static readonly SampleFile Infected = SampleFile.Report(
        "report.pdf",
        $"Report {InMemoryMalwareScanner.Mark}"
    );

    [Fact]
    public async Task Malware_Is_Not_Read_Counts_For_Nothing_And_Is_Handed_To_Nobody()
    {
        await using var scenario = await ScannedAsync(ScanMode.OnRequest);

        var file = await scenario.UploadAsync(scenario.Alpha, Infected);

        Assert.True(file.IsInfected);
        Assert.Empty(await scenario.EventsAsync<AssignmentEvent.Checked>(scenario.Alpha.Stream));
        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(AssignmentPhase.ToMend, state.Phase(scenario.Now));
        Assert.False(await IsHandedOutAsync(scenario, file));
        Assert.Single(await scenario.OutboxAsync(), mail => mail.Kind == nameof(InfectedLetter));
        Assert.DoesNotContain(
            await scenario.OutboxAsync(),
            mail => mail.Kind == nameof(CheckedLetter)
        );
        var found = Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.Scanned>(scenario.Alpha.Stream)
        );
        Assert.False(Receipt.Parse(found.Receipt!).Acceptance.Accepted);
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.Infected && alarm.Assignment == scenario.Alpha
        );

        await scenario.UploadAsync(scenario.Alpha);
        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Scanner_That_Is_Away_Is_Asked_Again_And_Meanwhile_Nobody_Knows()
    {
        await using var scenario = await ScannedAsync(ScanMode.OnRequest);
        Scanner(scenario).IsAway = true;

        var file = await scenario.UploadAsync(scenario.Alpha);

        Assert.True(file.IsBeingChecked);
        Assert.Empty(file.Scans);
        Assert.False(await IsHandedOutAsync(scenario, file));
        Assert.Contains(
            await scenario.AlarmsAsync(),
            alarm => alarm.Kind == StatusAlarmKind.NotScanned
        );
        Assert.Contains(
            "is being scanned for malware",
            System.Net.WebUtility.HtmlDecode(await scenario.UploadPageAsync(scenario.Alpha)),
            StringComparison.Ordinal
        );

        Scanner(scenario).IsAway = false;
        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.True(state.IsAccepted);
        Assert.True(await IsHandedOutAsync(scenario, state.Submissions[0]));
    }

    [Fact]
    public async Task What_Nobody_Scanned_In_Time_Counts_If_A_Person_Says_So_And_Leaves_Only_After_Its_Verdict()
    {
        await using var scenario = await ScannedAsync(ScanMode.OnRequest);
        Scanner(scenario).IsAway = true;
        await scenario.UploadAsync(scenario.Alpha);
        var closes = scenario.Plan.ReportType("r1").Closes.Show(TimeZoneInfo.Utc);

        await scenario.ToAsync(closes.AddMinutes(59));
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Current!.Outcome);
        await scenario.ToAsync(closes.AddHours(1));
        await scenario.SettleAsync();
        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(WindowOutcome.Missing, state.Current!.Outcome);
        var file = state.Submissions[0];
        Assert.Equal([ContentCheck.NotScanned], file.Findings.Select(finding => finding.Code));

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Overrule(
                new FindingOption(file, file.Findings[0]).Name,
                "Officer operations",
                "Scanned on another machine"
            )
        );
        state = await scenario.StateAsync(scenario.Alpha);
        Assert.True(state.IsAccepted);
        Assert.Equal(TimelinessVerdict.OnTime, state.Timeliness);
        Assert.False(await IsHandedOutAsync(scenario, state.Submissions[0]));

        Scanner(scenario).IsAway = false;
        await scenario.ReconcileAsync();
        Assert.True(
            await IsHandedOutAsync(
                scenario,
                (await scenario.StateAsync(scenario.Alpha)).Submissions[0]
            )
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Scanner_That_Cannot_Look_Does_Not_Keep_The_Sender_From_Knowing_What_Is_Wrong()
    {
        await using var scenario = await ScannedAsync(ScanMode.OnRequest);
        Scanner(scenario).CannotLook = "too large";

        var file = await scenario.UploadAsync(
            scenario.Alpha,
            SampleFile.Report("report.pdf", $"Report {MarkReader.AttachmentMark}")
        );

        Assert.Equal(
            [ContentCheck.NotScanned, "active-attachment"],
            file.Findings.Select(finding => finding.Code)
        );
        Assert.False(file.IsAcceptable);
        Assert.False(await IsHandedOutAsync(scenario, file));
    }

    [Fact]
    public async Task Malware_That_Is_Found_Later_Stops_The_Counting_And_The_Handing_Out_At_Once()
    {
        await using var scenario = await ScannedAsync(ScanMode.ByEvent);
        var file = await scenario.UploadAsync(scenario.Alpha);
        await TellAsync(scenario, file, "No threats found");
        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);

        await TellAsync(scenario, file, "Malicious");
        await TellAsync(scenario, file, "No threats found");

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.False(state.IsAccepted);
        Assert.False(await IsHandedOutAsync(scenario, state.Submissions[0]));
        Assert.Single(await scenario.OutboxAsync(), mail => mail.Kind == nameof(InfectedLetter));
        Assert.Equal(
            [ScanVerdict.Clean, ScanVerdict.Malicious],
            (await scenario.EventsAsync<AssignmentEvent.Scanned>(scenario.Alpha.Stream)).Select(
                said => said.Result.Verdict
            )
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Malware_That_Is_Found_While_Approvers_Decide_Makes_Their_Dossier_Void()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        Assert.Null(await scenario.ApproveAsync("first"));
        Scanner(scenario).Mode = ScanMode.ByEvent;
        var file = (await scenario.StateAsync(scenario.Alpha)).Submissions[^1];

        await TellAsync(scenario, file, "Malicious");

        var voided = Assert.Single(
            await scenario.EventsAsync<CycleEvent.RoundVoided>(scenario.Cycle.Stream)
        );
        Assert.Equal(
            (1, VoidingCause.Scanned, scenario.Alpha, null),
            (voided.Round, voided.Cause, voided.Assignment, voided.By)
        );
        Assert.Equal("decision-round-voided", await scenario.ApproveAsync("second"));

        await scenario.ToAsync(scenario.Now + Voiding.Settling + TimeSpan.FromHours(1));

        Assert.Null(
            (await scenario.DossierAsync(2))
                .Reports.Single(report => report.Assignment == scenario.Alpha)
                .Deciding
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_A_Stopped_Cycle_Leaves_Without_A_Verdict_Stays_Unread_And_Withheld_Until_One_Is_Told()
    {
        await using var scenario = await ScannedAsync(ScanMode.ByEvent);
        var file = await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToAsync(scenario.Now.AddDays(1));
        await scenario.ReconcileAsync();

        await scenario.StopAsync("Officer operations", "The programme is dissolved");
        await scenario.ToAsync(scenario.Now.AddDays(60));

        Assert.True((await scenario.StateAsync(scenario.Alpha)).Submissions[0].IsBeingChecked);
        Assert.False(await IsHandedOutAsync(scenario, file));
        await TellAsync(scenario, file, "No threats found");
        var told = (await scenario.StateAsync(scenario.Alpha)).Submissions[0];
        Assert.True(told.IsBeingChecked);
        Assert.True(await IsHandedOutAsync(scenario, told));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Verdict_Is_Believed_Only_Of_The_Version_And_The_Bytes_On_Record()
    {
        await using var scenario = await ScannedAsync(ScanMode.ByEvent);
        var file = await scenario.UploadAsync(scenario.Alpha);

        await TellAsync(scenario, file, "No threats found", etag: "0x0000000000009999");
        await TellAsync(scenario, file, "Malicious", etag: "0x0000000000009999");
        await TellAsync(scenario, file, "No threats found", sha256: new string('a', 64));
        await TellAsync(scenario, file with { BlobName = $"{file.BlobName}x" }, "No threats found");

        Assert.True((await scenario.StateAsync(scenario.Alpha)).Submissions[0].IsBeingChecked);
        await TellAsync(scenario, file, "No threats found", sha256: file.Sha256.ToUpperInvariant());
        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
    }

    [Fact]
    public async Task A_Verdict_That_Comes_Before_Anybody_Has_Noticed_The_File_Is_News_Of_It()
    {
        await using var scenario = await ScannedAsync(ScanMode.ByEvent);
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        var blob = (await scenario.World.Get<ISubmissionStore>().FindAsync(name, Scenario.Cancel))!;

        await TellAsync(scenario, name, blob.ETag, "No threats found", sha256: null);

        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
    }

    [Fact]
    public async Task Where_Nobody_Scans_No_Message_Says_Anything_And_Files_Are_Handed_Out_As_They_Came()
    {
        await using var scenario = await ScannedAsync(ScanMode.None);
        var file = await scenario.UploadAsync(scenario.Alpha, Infected);

        await TellAsync(scenario, file, "Malicious");

        Assert.True((await scenario.StateAsync(scenario.Alpha)).IsAccepted);
        Assert.True(await IsHandedOutAsync(scenario, file));
        Assert.True((await scenario.StatusAsync()).IsUnscanned);
        Assert.Empty(await scenario.EventsAsync<AssignmentEvent.Scanned>(scenario.Alpha.Stream));
    }

    [Fact]
    public async Task Files_From_Before_There_Was_A_Scanner_Are_Withheld_Until_It_Has_Seen_Them()
    {
        await using var scenario = await ScannedAsync(ScanMode.None);
        var file = await scenario.UploadAsync(scenario.Alpha);
        Scanner(scenario).Mode = ScanMode.OnRequest;

        Assert.False(await IsHandedOutAsync(scenario, file));
        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.True(state.IsAccepted);
        Assert.True(await IsHandedOutAsync(scenario, state.Submissions[0]));
    }

    [Fact]
    public async Task A_Dossier_Hands_Out_No_Withheld_File_And_Says_Why_To_People_And_To_Programs()
    {
        await using var scenario = await ScannedAsync(ScanMode.None);
        await scenario.ReachApprovalAsync();
        var file = (await scenario.StateAsync(scenario.Alpha)).Submissions[0];
        Assert.Equal(200, (await FetchAsync(scenario, isPage: false)).Status);
        Scanner(scenario).Mode = ScanMode.ByEvent;

        var unseen = await FetchAsync(scenario, isPage: false);
        await TellAsync(scenario, file, "No threats found");
        var clean = await FetchAsync(scenario, isPage: false);
        await TellAsync(scenario, file, "Malicious");
        var infected = await FetchAsync(scenario, isPage: false);
        var page = await FetchAsync(scenario, isPage: true);

        Assert.Equal((409, ContentCheck.NotScanned), (unseen.Status, unseen.Code));
        Assert.Equal(200, clean.Status);
        Assert.Equal((410, ScanResult.Infected), (infected.Status, infected.Code));
        Assert.Equal(410, page.Status);
        Assert.Contains("A scanner found malware in it", page.Body, StringComparison.Ordinal);
    }

    private static Task<FormReply> FetchAsync(Scenario scenario, bool isPage) =>
        new PostedForm(scenario.World).GetAsync<RoundDossierFunction>(
            isPage,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.Cycle.ToString(),
                    "files",
                    new PartId(scenario.Alpha, ReportPart.Whole).ToString(),
                    Scenario.Cancel
                )
        );

    [Fact]
    public async Task An_Export_Leaves_Out_What_Is_Withheld_Says_So_And_Holds()
    {
        await using var scenario = await ScannedAsync(ScanMode.OnRequest);
        var bad = await scenario.UploadAsync(scenario.Alpha, Infected);
        var good = await scenario.UploadAsync(scenario.Beta);

        var lines = await scenario
            .World.Get<AuditExport>()
            .LinesAsync(scenario.Cycle, AuditScope.Everything, Scenario.Cancel)
            .ToListAsync(Scenario.Cancel);

        Assert.Equal(
            [new AuditLine.Withheld(bad.BlobName, ScanResult.Infected)],
            lines.OfType<AuditLine.Withheld>()
        );
        Assert.Equal([good.BlobName], lines.OfType<AuditLine.File>().Select(file => file.Name));
        var report = await AuditCheck.VerifyAsync(
            lines.ToAsyncEnumerable(),
            heads: [],
            cancellation: Scenario.Cancel
        );
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.LeftOut);
        // Nobody leaves out a file by calling it withheld that the record calls clean.
        var forged = lines
            .Select(line =>
                line is AuditLine.File file
                    ? new AuditLine.Withheld(file.Name, ContentCheck.NotScanned)
                    : line
            )
            .ToAsyncEnumerable();
        Assert.Contains(
            (await AuditCheck.VerifyAsync(forged, heads: [], cancellation: Scenario.Cancel)).Faults,
            fault => fault.Kind == AuditFaultKind.DocumentMissing
        );
    }

    private static async Task<Scenario> ScannedAsync(ScanMode mode)
    {
        var scenario = await Scenario.StartAsync();
        Scanner(scenario).Mode = mode;
        await scenario.ToDayAsync(2);
        return scenario;
    }

    private static InMemoryMalwareScanner Scanner(Scenario scenario) =>
        scenario.World.Get<InMemoryMalwareScanner>();

    private static async Task<bool> IsHandedOutAsync(Scenario scenario, Submission file) =>
        await scenario.World.Get<ReportFiles>().SendAsync(file, Scenario.Cancel)
        is FileStreamHttpResult;

    private static Task TellAsync(
        Scenario scenario,
        Submission file,
        string verdict,
        string? etag = null,
        string? sha256 = null
    ) => TellAsync(scenario, file.BlobName, etag ?? file.ETag, verdict, sha256 ?? file.Sha256);

    private static async Task TellAsync(
        Scenario scenario,
        string blobName,
        string etag,
        string verdict,
        string? sha256
    )
    {
        var message = new JsonObject
        {
            ["subject"] = $"storageAccounts/a/containers/submissions/blobs/{blobName}",
            ["eventType"] = "Microsoft.Security.MalwareScanningResult",
            ["data"] = new JsonObject
            {
                ["eTag"] = etag,
                ["scanResultType"] = verdict,
                ["scanResultDetails"] = sha256 is null
                    ? null
                    : new JsonObject { ["sha256"] = sha256 },
            },
        };
        await scenario
            .World.Get<ScanResultRecorder>()
            .TakeAsync(scenario.World.Client, message.ToJsonString(), Scenario.Cancel);
        await scenario.SettleAsync();
    }
}
