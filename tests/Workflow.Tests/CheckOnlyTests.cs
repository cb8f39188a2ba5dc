using System.Net.Http.Headers;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <summary>Files that are checked and not sent.</summary>
public sealed class CheckOnlyTests
{
    private static readonly SampleFile Bad = SampleFile.Report(
        "report.pdf",
        $"Report {MarkReader.LaunchMark}"
    );

    [Fact]
    public async Task Bytes_In_The_Body_Are_Told_Apart_From_A_Report_And_Nothing_Of_Them_Is_Kept()
    {
        await using var scenario = await Scenario.StartAsync();
        var before = (await scenario.EntriesAsync(scenario.Alpha.Stream)).Count;

        var good = await SendAsync(scenario, await BytesAsync(Scenario.Report), isPage: false);
        var bad = await SendAsync(scenario, await BytesAsync(Bad), isPage: false);
        var photo = await SendAsync(scenario, await BytesAsync(Scenario.Photo), isPage: false);

        Assert.Equal(200, good.Status);
        Assert.True(good.Json.GetProperty("acceptable").GetBoolean());
        Assert.False(bad.Json.GetProperty("acceptable").GetBoolean());
        Assert.Contains("active-launch", bad.Body, StringComparison.Ordinal);
        Assert.Contains("file-type", photo.Body, StringComparison.Ordinal);
        Assert.Equal(before, (await scenario.EntriesAsync(scenario.Alpha.Stream)).Count);
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Submissions);
    }

    [Fact]
    public async Task The_Form_Without_Script_Gets_A_Page_That_Says_It_Was_Not_Sent()
    {
        await using var scenario = await Scenario.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { await BytesAsync(Bad), "file", "báo cáo <b>.pdf" },
        };

        var page = await SendAsync(scenario, form, isPage: true);

        Assert.Equal(200, page.Status);
        Assert.Contains("finding-error", page.Body, StringComparison.Ordinal);
        Assert.Contains("#part-report", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>.pdf", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Twenty_First_In_A_Row_Waits_And_Others_Do_Not()
    {
        await using var scenario = await Scenario.StartAsync();
        var door = new CheckDoor(scenario.World.Clock);
        for (var i = 0; i < CheckPace.Most; i++)
        {
            using var pass = door.Enter("one", out _);
            Assert.NotNull(pass);
        }

        Assert.Null(door.Enter("one", out var wait));
        Assert.Equal(CheckPace.Span, wait);
        Assert.NotNull(door.Enter("other", out _));
        // Who is inside is not let in twice.
        Assert.Null(door.Enter("other", out var busy));
        Assert.Equal(TimeSpan.Zero, busy);
    }

    [Fact]
    public async Task What_Is_Larger_Than_Is_Checked_Is_Refused_With_Its_Own_Words()
    {
        await using var scenario = await Scenario.StartAsync();
        var reply = await SendAsync(scenario, Octets(new byte[(30 * 1024 * 1024) + 1]), false);

        Assert.Equal((413, "check-too-large"), (reply.Status, reply.Code));
    }

    private static async Task<ByteArrayContent> BytesAsync(SampleFile file)
    {
        using var bytes = new MemoryStream();
        using var content = file.Open();
        await content.CopyToAsync(bytes, Scenario.Cancel);
        return Octets(bytes.ToArray());
    }

    private static ByteArrayContent Octets(byte[] bytes) =>
        new(bytes)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
        };

    private static async Task<FormReply> SendAsync(
        Scenario scenario,
        HttpContent content,
        bool isPage
    )
    {
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        var token = scenario.World.Get<LinkTokens>().TokenOf(held.Link.Id);
        return await new PostedForm(scenario.World).PostAsync<CheckOnlyFunction>(
            content,
            isPage,
            (function, request) => function.RunAsync(request, token, "report", Scenario.Cancel)
        );
    }
}
