using ProgramReview.Core.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Workflow.Tests;

public sealed class AuditExportTests
{
    [Fact]
    public async Task An_Export_Holds_All_It_Takes_To_Check_A_Cycle_Elsewhere()
    {
        var text = await ExportAsync();

        var report = await VerifyAsync(text);

        Assert.Empty(report.Faults);
        Assert.Equal(5, report.Streams);
        Assert.Equal(3, report.Anchors);
        Assert.Equal(4, report.Quotes);
        Assert.Equal(
            report.Entries,
            Lines(text).Count(line => line.Contains("\"line\":\"entry\"", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("\"line\":\"plan\"", "small", "other", AuditFaultKind.DocumentChanged)]
    [InlineData(
        "\"line\":\"dossier\"",
        "small.office.r2",
        "small.office.r1",
        AuditFaultKind.DocumentChanged
    )]
    [InlineData(
        "\"line\":\"heads\"",
        "small.alpha.r1 ",
        "small.beta.r1 ",
        AuditFaultKind.DocumentChanged
    )]
    [InlineData("\"key\":\"opened-1\"", "2026-03-07", "2026-03-08", AuditFaultKind.Changed)]
    [InlineData("\"key\":\"published-1\"", "published", "Published", AuditFaultKind.Changed)]
    [InlineData(
        "\"line\":\"file\"",
        "\"content\":\"J",
        "\"content\":\"K",
        AuditFaultKind.DocumentChanged
    )]
    [InlineData(
        "\"line\":\"dossier-part\"",
        "small.alpha.r1",
        "small.beta.r1",
        AuditFaultKind.DocumentChanged
    )]
    [InlineData(
        "\"line\":\"link\"",
        "\"revoked\":false",
        "\"revoked\":true",
        AuditFaultKind.ExportChanged
    )]
    [InlineData("\"line\":\"mail\"", "\"kind\":\"", "\"kind\":\"No", AuditFaultKind.ExportChanged)]
    public async Task A_Changed_Line_Is_Found(
        string line,
        string old,
        string other,
        AuditFaultKind kind
    )
    {
        var lines = Lines(await ExportAsync());
        var at = lines.FindIndex(text => text.Contains(line, StringComparison.Ordinal));
        Assert.Contains(old, lines[at], StringComparison.Ordinal);
        lines[at] = lines[at].Replace(old, other, StringComparison.Ordinal);

        var report = await VerifyAsync(string.Join('\n', lines));

        Assert.Contains(report.Faults, fault => fault.Kind == kind);
    }

    [Theory]
    [InlineData("\"line\":\"plan\"", AuditFaultKind.DocumentMissing)]
    [InlineData("\"line\":\"dossier\"", AuditFaultKind.DocumentMissing)]
    [InlineData("\"line\":\"heads\"", AuditFaultKind.DocumentMissing)]
    [InlineData("\"line\":\"file\"", AuditFaultKind.DocumentMissing)]
    [InlineData("\"line\":\"mail\"", AuditFaultKind.ExportChanged)]
    [InlineData("\"key\":\"opened-1\"", AuditFaultKind.OutOfOrder)]
    public async Task A_Missing_Line_Is_Found(string line, AuditFaultKind kind)
    {
        var lines = Lines(await ExportAsync());
        lines.RemoveAt(lines.FindIndex(text => text.Contains(line, StringComparison.Ordinal)));

        var report = await VerifyAsync(string.Join('\n', lines));

        Assert.Contains(report.Faults, fault => fault.Kind == kind);
    }

    [Fact]
    public async Task A_Head_That_Somebody_Holds_Must_Be_On_Record()
    {
        var text = await ExportAsync();

        var report = await VerifyAsync(text, new string('a', 64));

        Assert.Equal(AuditFaultKind.CutOff, Assert.Single(report.Faults).Kind);
    }

    [Fact]
    public async Task Files_Can_Be_Left_Out_And_Are_Then_Said_Not_To_Be_Checked()
    {
        var text = await ExportAsync(AuditScope.Everything with { Files = false });

        var report = await VerifyAsync(text);

        Assert.Empty(report.Faults);
        Assert.Equal(3, report.LeftOut);
        Assert.DoesNotContain("\"line\":\"file\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, "breaks off")]
    [InlineData(1, 0, "Line 1")]
    public async Task A_File_That_Is_Not_Whole_Is_Refused(int skip, int drop, string said)
    {
        var lines = Lines(await ExportAsync());

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() =>
            VerifyAsync(string.Join('\n', lines.Skip(skip).SkipLast(drop)))
        );

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(
        """{"line":"export","format":2,"cycle":"small","at":"2026-03-01T00:00:00Z","holds":{"files":true,"contacts":true}}"""
    )]
    [InlineData(
        """{"line":"export","format":1,"cycle":null,"at":"2026-03-01T00:00:00Z","holds":{"files":true,"contacts":true}}"""
    )]
    [InlineData("""{"line":"export","format":1,"cycle":"small","at":"2026-03-01T00:00:00Z"}""")]
    [InlineData("""{"line":"nothing"}""")]
    [InlineData("no JSON")]
    public async Task What_Is_No_Export_Is_Refused(string text) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => VerifyAsync(text));

    private static async Task<string> ExportAsync(AuditScope? scope = null)
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Gamma);
        await scenario.World.Get<DailyAnchor>().RunAsync(Scenario.Cancel);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");
        return await scenario.ExportAsync(scope ?? AuditScope.Everything);
    }

    private static Task<AuditReport> VerifyAsync(string text, params string[] heads) =>
        AuditCheck.VerifyAsync(
            AuditFile.ReadAsync(new StringReader(text), Scenario.Cancel),
            heads,
            cancellation: Scenario.Cancel
        );

    private static List<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
