using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Workflow.Tests;

public sealed class CorrectionTests
{
    private const string Comment = "The figures of the ninth month are missing.";

    [Fact]
    public async Task Changes_Asked_Reopen_Exactly_The_Named_Reports_With_Their_Own_Instants_And_The_Comment()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha, s.Beta]);

        foreach (var assignment in new[] { scenario.Alpha, scenario.Beta })
        {
            var current = (await scenario.StateAsync(assignment)).Current!;
            Assert.Equal(2, current.Number);
            Assert.Equal(OpeningCause.ChangesAsked, current.Cause);
            Assert.Equal(Comment, current.Comment);
            Assert.Equal(Deadline.At(scenario.Day(16)), current.Due);
            Assert.Equal(Deadline.At(scenario.Day(17)), current.Closes);
            var mail = scenario.Sent.Single(mail =>
                mail.Id == $"{assignment}~request-2-0~{assignment.Body}-officer"
            );
            Assert.Contains(Comment, mail.Text, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await scenario.StateAsync(scenario.Gamma)).Current!.Number);
        Assert.Equal(RoundOutcome.ChangesAsked, (await scenario.StateAsync()).Round(1)!.Outcome);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Second_Round_Opens_With_A_New_Dossier_Once_All_Corrections_Are_Accepted()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha, s.Beta]);
        var former = (await scenario.StateAsync(scenario.Alpha)).Counting("report")!;

        await scenario.ToDayAsync(14.5);
        var wrong = await scenario.UploadAsync(scenario.Alpha, Scenario.Photo);
        var alpha = await scenario.UploadAsync(scenario.Alpha);
        Assert.Null((await scenario.StateAsync()).Round(2));
        await scenario.UploadAsync(scenario.Beta);

        var state = await scenario.StateAsync();
        Assert.False(wrong.IsAcceptable);
        Assert.NotEqual(state.Dossiers[1], state.Dossiers[2]);
        Assert.Equal(state.Dossiers[2], state.Round(2)!.DossierHash);
        var part = (await scenario.DossierAsync(2)).Reports.Single(part =>
            part.Assignment == scenario.Alpha
        );
        Assert.Equal(
            (alpha.BlobName, 2),
            (part.Parts[0].Counting!.BlobName, part.Parts[0].Counting!.Window)
        );
        Assert.NotEqual(former.BlobName, alpha.BlobName);
        Assert.Equal(
            ["request-1-0", "received", "request-2-0", "received", "received"],
            scenario.MailsAbout(scenario.Alpha)
        );

        await scenario.ApproveAsync("first", round: 2);
        await scenario.ApproveAsync("second", round: 2);
        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        Assert.Equal(state.Dossiers[2], (await scenario.StateAsync()).Publication!.DossierHash);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Decision_About_The_First_Dossier_Is_Refused_In_The_Second_Round()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha]);
        Assert.Equal("decision-round-over", await scenario.ApproveAsync("third"));
        await scenario.UploadAsync(scenario.Alpha);
        var old = (await scenario.StateAsync()).Dossiers[1];

        var replaced = await scenario.DecideAsync(
            "third",
            DecisionVerdict.Approve,
            round: 2,
            hash: old
        );
        var over = await scenario.ApproveAsync("third", round: 1);

        Assert.Equal("decision-dossier-replaced", replaced);
        Assert.Equal("decision-round-over", over);
        Assert.Empty((await scenario.StateAsync()).Round(2)!.Decisions);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Correction_That_Never_Comes_Holds_The_Second_Round_Only_Until_Its_Close()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha]);
        var former = (await scenario.StateAsync(scenario.Alpha)).Counting("report")!;
        await scenario.ToAsync(scenario.Day(17).AddSeconds(-1));
        Assert.Null((await scenario.StateAsync()).Round(2));

        await scenario.ToDayAsync(17);

        Assert.Equal(
            ["request-2-0", "reminder-2-1", "overdue-2-0"],
            scenario.MailsAbout(scenario.Alpha).Skip(2)
        );
        Assert.NotNull((await scenario.StateAsync()).Round(2));
        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(WindowOutcome.Missing, alpha.Current!.Outcome);
        Assert.Equal(former, alpha.Counting("report"), (a, b) => a?.BlobName == b?.BlobName);
        Assert.Equal(AssignmentPhase.OnTime, alpha.Phase(scenario.Now));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Correction_After_Its_Close_Is_Refused_And_The_Former_Report_Still_Counts()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha]);
        var former = (await scenario.StateAsync(scenario.Alpha)).Counting("report")!;
        await scenario.ToAsync(scenario.Day(17).AddMinutes(-1));
        var slow = Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Alpha));

        await scenario.ToDayAsync(17);
        await scenario.FinishSlowUploadAsync(slow.BlobName);
        await scenario.ReconcileAsync();

        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(TimelinessVerdict.Refused, alpha.Submissions[^1].Judgement.Verdict);
        Assert.Equal(2, alpha.Submissions[^1].Window);
        Assert.Equal(former.BlobName, alpha.Counting("report")!.BlobName);
        Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Alpha));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Late_Correction_Replaces_The_Report_But_Not_Its_First_Timeliness()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha]);

        await scenario.ToDayAsync(16.5);
        var late = await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal(TimelinessVerdict.Late, late.Judgement.Verdict);
        var alpha = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(late.BlobName, alpha.Counting("report")!.BlobName);
        Assert.Equal(TimelinessVerdict.OnTime, alpha.Timeliness);
        Assert.NotNull((await scenario.StateAsync()).Round(2));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Report_Can_Be_Sent_Back_Twice()
    {
        await using var scenario = await AskedAsync(s => [s.Alpha]);
        await scenario.UploadAsync(scenario.Alpha);

        await scenario.DecideAsync(
            "first",
            DecisionVerdict.RequestChanges,
            "Still wrong.",
            [new PartId(scenario.Alpha, ReportPart.Whole)],
            round: 2
        );
        Assert.Equal("Still wrong.", (await scenario.StateAsync(scenario.Alpha)).Current!.Comment);
        await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal(3, (await scenario.StateAsync(scenario.Alpha)).Counting("report")!.Window);
        Assert.Equal(3, (await scenario.StateAsync()).CurrentRound!.Number);
        Assert.Equal(
            2,
            (await scenario.MailsToAsync("alpha-officer")).Count(kind =>
                kind == nameof(ChangesAskedLetter)
            )
        );
        await scenario.AssertSoundAsync();
    }

    private static async Task<Scenario> AskedAsync(Func<Scenario, AssignmentId[]> reopen)
    {
        var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        Assert.Null(await scenario.AskForChangesAsync("second", Comment, reopen(scenario)));
        return scenario;
    }
}
