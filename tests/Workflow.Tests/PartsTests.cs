using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal.People;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>A report of three parts, from the request to the dossier.</summary>
public sealed class PartsTests
{
    private const string Minh = "Minh";

    private static readonly ReportPart[] Parts =
    [
        new("report", Text("Report"), PartKind.Report, [FileFormat.Pdf], Required: true),
        new("annex", Text("Data annex"), PartKind.Annex, [FileFormat.Xlsx], Required: true),
        new("signed", Text("Signed copy"), PartKind.Scan, [FileFormat.Pdf], Required: false),
    ];

    private static readonly SampleFile Annex = SampleFile.For(Parts[1], "annex", "Figures");

    [Fact]
    public async Task Each_Part_Is_Asked_For_Received_And_Compiled_By_Itself()
    {
        await using var scenario = await StartAsync();
        await scenario.SettleAsync();
        Assert.Contains(
            "Still to be sent: Report, Data annex",
            await TextOfAsync(scenario, nameof(RequestLetter)),
            StringComparison.Ordinal
        );

        await scenario.ToDayAsync(2);
        var annex = await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        Assert.Contains(
            "Still to be sent: Report",
            scenario.Sent[^1].Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            AssignmentPhase.Open,
            (await scenario.StateAsync(scenario.Alpha)).Phase(scenario.Now)
        );
        var page = await scenario.UploadPageAsync(scenario.Alpha);
        Assert.Contains("Still to come: Report.", page, StringComparison.Ordinal);
        var report = await scenario.UploadAsync(scenario.Alpha);
        Assert.DoesNotContain("Still to be sent", scenario.Sent[^1].Text, StringComparison.Ordinal);

        Assert.Equal("annex", BlobNamePart(annex.BlobName));
        Assert.Empty(annex.Findings);
        Assert.Equal(("annex", "Data annex (vi)"), await ReceiptPartAsync(scenario, annex));
        await SendOthersAsync(scenario);
        await scenario.ToDayAsync(14);
        var dossier = (await scenario.DossierAsync(1)).Reports.Single(one =>
            one.Assignment == scenario.Alpha
        );
        Assert.Equal(
            [report.BlobName, annex.BlobName, null],
            dossier.Parts.Select(part => part.Counting?.BlobName)
        );
        Assert.Equal(
            (AssignmentPhase.OnTime, TimelinessVerdict.OnTime),
            (dossier.Phase, dossier.Timeliness)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Part_Takes_Its_Own_Formats_Only()
    {
        await using var scenario = await StartAsync();

        var wrong = await scenario.UploadAsync(scenario.Alpha, part: "annex");

        Assert.Equal("file-type-not-accepted", Assert.Single(wrong.Findings).Code);
        Assert.Equal(
            AssignmentPhase.ToMend,
            (await scenario.StateAsync(scenario.Alpha)).Phase(scenario.Now)
        );
    }

    [Fact]
    public async Task Half_A_Report_Is_Reminded_Of_And_Missing_And_Can_Be_Let_In_Late()
    {
        await using var scenario = await StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(7);
        var half = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(WindowOutcome.Missing, half.Current!.Outcome);
        Assert.Contains("reminder-1-1", scenario.MailsAbout(scenario.Alpha));

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.AllowLate(Deadline.At(scenario.Day(10)), [], Minh, "Forgot the annex")
        );
        Assert.Contains(
            "Still to be sent: Data annex",
            await TextOfAsync(scenario, nameof(LateAllowedLetter)),
            StringComparison.Ordinal
        );
        var again = Assert.IsType<UploadPermission.Refused>(
            await scenario.AskAsync(scenario.Alpha)
        );
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");

        var whole = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal("part-not-asked", again.Why.Code);
        Assert.Equal(
            (TimelinessVerdict.Late, WindowOutcome.Accepted),
            (whole.Timeliness, whole.Current!.Outcome)
        );
        Assert.Equal(1, whole.Counting("report")!.Window);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Approvers_Ask_For_One_Part_And_The_Other_Stays_As_It_Is()
    {
        await using var scenario = await StartAsync();
        var report = await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        await SendOthersAsync(scenario);
        await scenario.ToDayAsync(14);

        await scenario.AskForChangesAsync(
            "first",
            "The ninth month is missing.",
            [new PartId(scenario.Alpha, "annex")]
        );
        Assert.Contains(
            "Still to be sent: Data annex",
            await TextOfAsync(scenario, nameof(ChangesAskedLetter)),
            StringComparison.Ordinal
        );
        var mended = await scenario.UploadAsync(
            scenario.Alpha,
            SampleFile.For(Parts[1], "annex", "Mended"),
            "annex"
        );

        var dossier = (await scenario.DossierAsync(2)).Reports.Single(one =>
            one.Assignment == scenario.Alpha
        );
        Assert.Equal(
            [report.BlobName, mended.BlobName, null],
            dossier.Parts.Select(part => part.Counting?.BlobName)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Return_After_The_Close_Waits_For_What_It_Names()
    {
        await using var scenario = await StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        await scenario.ToDayAsync(8);

        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(
                Deadline.At(scenario.Day(10)),
                null,
                ["annex", "signed"],
                Minh,
                "Sign it"
            )
        );
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        Assert.Null((await scenario.StateAsync(scenario.Alpha)).Current!.Outcome);
        await scenario.UploadAsync(scenario.Alpha, part: "signed");

        Assert.Equal(
            WindowOutcome.Accepted,
            (await scenario.StateAsync(scenario.Alpha)).Current!.Outcome
        );
    }

    private static Task<Scenario> StartAsync() =>
        Scenario.StartAsync(change: plan =>
            plan with
            {
                ReportTypes =
                [
                    .. plan.ReportTypes.Select(type =>
                        type.Code == plan.ConsolidatedReport ? type : type with { Parts = Parts }
                    ),
                ],
            }
        );

    private static async Task SendOthersAsync(Scenario scenario)
    {
        foreach (var other in new[] { scenario.Beta, scenario.Gamma })
        {
            await scenario.UploadAsync(other);
            await scenario.UploadAsync(other, Annex, "annex");
        }
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
    }

    private static string BlobNamePart(string blobName) =>
        Core.Uploading.BlobName.Parse(blobName, null).Part;

    private static async Task<(string, string)> ReceiptPartAsync(
        Scenario scenario,
        Submission submission
    )
    {
        var recorded = (
            await scenario.EventsAsync<AssignmentEvent.SubmissionRecorded>(scenario.Alpha.Stream)
        ).Single(one => one.Submission.BlobName == submission.BlobName);
        var receipt = Receipt.Parse(recorded.Receipt!);
        return (receipt.Part, receipt.PartTitle);
    }

    private static async Task<string> TextOfAsync(Scenario scenario, string kind)
    {
        var rows = await scenario.OutboxAsync();
        var row = rows.Last(row => row.Kind == kind && row.Subject == $"{scenario.Alpha}");
        return scenario.Sent.Single(mail => mail.Id == row.Id).Text;
    }
}
