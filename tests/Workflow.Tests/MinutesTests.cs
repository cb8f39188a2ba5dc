using System.Text;
using System.Text.Json.Nodes;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.Audit;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>The minutes of a session: who reads them, that nothing hostile is handed out, and that an audit looks after them.</summary>
public sealed class MinutesTests
{
    private static readonly byte[] Scan = Scenario.Report.Content.ToArray();
    private static readonly byte[] Infected = Encoding.ASCII.GetBytes(InMemoryMalwareScanner.Mark);

    [Fact]
    public async Task Operations_And_Those_Who_May_Object_Read_Them()
    {
        await using var scenario = await StartAsync(ScanMode.None);
        var (name, order) = await MeetAsync(scenario, Scan);

        var page = await StatusPageAsync(scenario);
        var byOperations = await new PostedForm(scenario.World).GetBytesAsync<MinutesFunction>(
            (function, request) =>
                function.RunAsync(request, $"{scenario.Cycle}", name.Sha256, Scenario.Cancel)
        );
        var token = TokenOf(scenario, order, "first");
        var objection = await new PostedForm(scenario.World).GetAsync<ObjectionPageFunction>(
            isPage: true,
            (function, request) => function.RunAsync(request, token, Scenario.Cancel)
        );
        var byApprover = await new PostedForm(
            scenario.World
        ).GetBytesAsync<ObjectionMinutesFunction>(
            (function, request) => function.RunAsync(request, token, Scenario.Cancel)
        );

        var path = $"/status/{scenario.Cycle}/minutes/{name.Sha256}";
        // With the round, and where a second operator confirms.
        Assert.Equal(3, page.Split(path).Length);
        Assert.Equal(Scan, byOperations.Body);
        Assert.Contains($"/o/{token}/minutes", objection.Body, StringComparison.Ordinal);
        Assert.Equal(Scan, byApprover.Body);
    }

    [Fact]
    public async Task No_Other_Link_And_No_Other_Hash_Opens_Any()
    {
        await using var scenario = await StartAsync(ScanMode.None);
        var (_, order) = await MeetAsync(scenario, Scan);

        var forged = await new PostedForm(scenario.World).GetAsync<ObjectionMinutesFunction>(
            isPage: true,
            (function, request) =>
                function.RunAsync(request, scenario.TokenOf(scenario.Alpha), Scenario.Cancel)
        );
        var other = await FetchAsync(scenario, new string('0', 64));

        Assert.Equal(404, other.Status);
        Assert.NotEqual(200, forged.Status);
        Assert.NotEqual(0, order);
    }

    [Fact]
    public async Task Where_Somebody_Scans_They_Wait_For_The_Verdict_And_Malware_Is_Handed_To_Nobody()
    {
        await using var scenario = await StartAsync(ScanMode.OnRequest);
        scenario.World.Get<InMemoryMalwareScanner>().IsAway = true;
        var (clean, _) = await MeetAsync(scenario, Scan, "first");
        var (infected, _) = await MeetAsync(scenario, Infected, "second");
        var unseen = await FetchAsync(scenario, clean.Sha256);
        var page = await StatusPageAsync(scenario);

        scenario.World.Get<InMemoryMalwareScanner>().IsAway = false;
        await scenario.ToAsync(scenario.Now.AddHours(2));
        await scenario.ReconcileAsync();

        Assert.Equal((409, ContentCheck.NotScanned), (unseen.Status, unseen.Code));
        Assert.DoesNotContain($"/minutes/{clean.Sha256}", page, StringComparison.Ordinal);
        Assert.Equal(200, (await FetchAsync(scenario, clean.Sha256)).Status);
        Assert.Equal(410, (await FetchAsync(scenario, infected.Sha256)).Status);
        Assert.Equal(
            [new AuditLine.Withheld($"{infected}", ScanResult.Infected)],
            (await LinesAsync(scenario)).OfType<AuditLine.Withheld>()
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Verdict_That_Storage_Tells_Is_Believed_Of_The_Version_That_It_Has()
    {
        await using var scenario = await StartAsync(ScanMode.ByEvent);
        var (name, _) = await MeetAsync(scenario, Scan);
        var etag = (
            await scenario.World.Get<ISubmissionStore>().FindAsync($"{name}", Scenario.Cancel)
        )!.ETag;

        await TellAsync(scenario, name, "another", "No threats found");
        var before = await FetchAsync(scenario, name.Sha256);
        await TellAsync(scenario, name, etag, "No threats found");
        await TellAsync(scenario, name, etag, "No threats found");
        var after = await FetchAsync(scenario, name.Sha256);
        await TellAsync(scenario, name, etag, "Malicious");

        Assert.Equal(409, before.Status);
        Assert.Equal(200, after.Status);
        Assert.Equal(410, (await FetchAsync(scenario, name.Sha256)).Status);
        Assert.Equal(
            [ScanVerdict.Clean, ScanVerdict.Malicious],
            (await scenario.StateAsync()).ScansOfMinutes(name.Sha256).Select(scan => scan.Verdict)
        );
    }

    [Fact]
    public async Task An_Audit_Names_Minutes_That_Are_Gone_Or_Are_Others()
    {
        await using var scenario = await StartAsync(ScanMode.None);
        var (name, _) = await MeetAsync(scenario, Scan);
        var lines = await LinesAsync(scenario);

        Assert.Contains(lines.OfType<AuditLine.File>(), line => line.Name == $"{name}");
        Assert.Empty((await VerifyAsync(lines)).Faults);
        var gone = Assert.Single(
            (await VerifyAsync(lines.Where(line => !IsOf(line, name)))).Faults
        );
        Assert.Equal((AuditFaultKind.DocumentMissing, $"file {name}"), (gone.Kind, gone.Source));
        var changed = Assert.Single(
            (
                await VerifyAsync(
                    lines.Select(line =>
                        IsOf(line, name) ? new AuditLine.File($"{name}", 0, [4]) : line
                    )
                )
            ).Faults
        );
        Assert.Equal(
            (AuditFaultKind.DocumentChanged, $"file {name}"),
            (changed.Kind, changed.Source)
        );
    }

    private static bool IsOf(AuditLine line, MinutesName name) =>
        line is AuditLine.File file && file.Name == $"{name}";

    private static Task<AuditReport> VerifyAsync(IEnumerable<AuditLine> lines) =>
        AuditCheck.VerifyAsync(lines.ToAsyncEnumerable(), heads: [], cancellation: Scenario.Cancel);

    private static Task<List<AuditLine>> LinesAsync(Scenario scenario) =>
        scenario
            .World.Get<AuditExport>()
            .LinesAsync(scenario.Cycle, AuditScope.Everything, Scenario.Cancel)
            .ToListAsync(Scenario.Cancel)
            .AsTask();

    private static Task<FormReply> FetchAsync(Scenario scenario, string hash) =>
        new PostedForm(scenario.World).GetAsync<MinutesFunction>(
            isPage: false,
            (function, request) =>
                function.RunAsync(request, $"{scenario.Cycle}", hash, Scenario.Cancel)
        );

    private static async Task<string> StatusPageAsync(Scenario scenario) =>
        (
            await new PostedForm(scenario.World).GetAsync<StatusPageFunction>(
                isPage: true,
                (function, request) =>
                    function.RunAsync(
                        request,
                        scenario.World.Client,
                        $"{scenario.Cycle}",
                        Scenario.Cancel
                    )
            )
        ).Body;

    private static string TokenOf(Scenario scenario, long order, string person)
    {
        var mail = scenario.Sent.Last(mail =>
            mail.Id.StartsWith($"{order}~", StringComparison.Ordinal)
            && mail.Id.EndsWith($"~{person}", StringComparison.Ordinal)
        );
        return new ReceivedMail(mail.Id, mail.Text).Link!.Segments[^1];
    }

    private static async Task TellAsync(
        Scenario scenario,
        MinutesName name,
        string etag,
        string verdict
    )
    {
        var message = new JsonObject
        {
            ["subject"] = $"storageAccounts/a/containers/submissions/blobs/{name}",
            ["eventType"] = "Microsoft.Security.MalwareScanningResult",
            ["data"] = new JsonObject { ["eTag"] = etag, ["scanResultType"] = verdict },
        };
        await scenario
            .World.Get<ScanResultRecorder>()
            .TakeAsync(scenario.World.Client, message.ToJsonString(), Scenario.Cancel);
    }

    private static async Task<(MinutesName Name, long Order)> MeetAsync(
        Scenario scenario,
        byte[] minutes,
        string seat = "first"
    )
    {
        var round = (await scenario.StateAsync()).CurrentRound!;
        var done = Assert.IsType<CommandAnswer.Done>(
            await scenario.Pages.CommandAsync(
                scenario.Cycle,
                $"session-{seat}",
                new Command.RecordMeeting(
                    round.Number,
                    round.DossierHash,
                    scenario.Now,
                    [new MeetingAnswer(seat, DecisionVerdict.Approve)],
                    "minutes.pdf",
                    "Lan",
                    "Lan",
                    "In session"
                ),
                minutes,
                Scenario.Cancel
            )
        );
        await scenario.SettleAsync();
        var recorded = (CycleEvent.MeetingRecorded)done.Entry.Event;
        return (new MinutesName(scenario.Cycle, recorded.Minutes), done.Entry.Sequence);
    }

    private static async Task<Scenario> StartAsync(ScanMode mode)
    {
        var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        scenario.World.Get<InMemoryMalwareScanner>().Mode = mode;
        return scenario;
    }
}
