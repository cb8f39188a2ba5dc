using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

public sealed class RefusedFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Stored_File_That_Is_Not_Read_Is_Refused_Once_With_Its_Receipt_And_Holds_Up_No_Other(
        bool byReconciler
    )
    {
        await using var scenario = await Scenario.StartAsync();
        var small = Assert.IsType<UploadPermission.Granted>(
            await scenario.AskAsync(scenario.Alpha, new SampleFile("large.pdf", new byte[1]))
        );
        using var large = new MemoryStream(new byte[(1 << 20) + 1]);
        await scenario
            .World.Get<InMemorySubmissionStore>()
            .TryCreateAsync(small.BlobName, large, Scenario.Cancel);
        await scenario.PutSilentlyAsync(scenario.Alpha);

        if (byReconciler)
        {
            await scenario.ReconcileAsync();
        }
        else
        {
            await scenario.ToDayAsync(5);
        }
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.NoticeAsync(small.BlobName);

        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.True(Assert.Single(state.Submissions).IsAcceptable);
        var refused = Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.AttemptRefused>(scenario.Alpha.Stream)
        );
        Assert.Equal("file-too-large", refused.Why.Code);
        Assert.Equal("large.pdf", refused.FileName);
        Assert.NotEmpty(refused.Receipt!);
        Assert.Single(
            scenario.MailsAbout(scenario.Alpha),
            mail => mail.StartsWith("refused-", StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_File_Goes_On_Record_Under_A_Name_That_Its_Content_Bears_Out()
    {
        await using var scenario = await Scenario.StartAsync();

        var sent = await scenario.UploadAsync(
            scenario.Alpha,
            SampleFile.Report("Bao cao.exe", "Alpha")
        );

        Assert.Equal(("Bao cao.pdf", true), (sent.FileName, sent.IsRecognised));
    }
}
