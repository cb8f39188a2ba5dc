using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace ProgramReview.Pages.Tests;

/// <summary>What matters first stands first, and every page leads on or back.</summary>
public sealed class PageOrderTests
{
    [Theory]
    [InlineData("dossier-draft", "/a/abc")]
    [InlineData("dossier-published", null)]
    public async Task A_draft_leads_back_to_the_decision(string name, string? path)
    {
        var page = await DrawAsync(name);

        Assert.Equal(path, page.QuerySelector("main a[href='/a/abc']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_button_to_send_is_not_beside_a_report_that_nothing_replaces()
    {
        var done = await DrawAsync("upload-04-late-ontime");
        var late = await DrawAsync("upload-07-late-late");

        Assert.Null(done.QuerySelector(".panel .button"));
        Assert.NotNull(done.QuerySelector("details:not([open]) form.upload"));
        Assert.NotNull(late.QuerySelector(".panel .button[href='#send-report']"));
        Assert.Null(late.QuerySelector("details form.upload"));
    }

    [Theory]
    [InlineData("upload-02-open-tomend")]
    [InlineData("upload-06-late-tomend")]
    public async Task Why_a_file_cannot_be_used_stands_before_when_it_came(string name)
    {
        var page = await DrawAsync(name);
        var card = page.QuerySelector(".received > li")!;

        Assert.NotNull(page.QuerySelector(".panel .findings"));
        Assert.True(
            card.QuerySelector(".findings")!
                .CompareDocumentPosition(card.QuerySelector("time")!)
                .HasFlag(DocumentPositions.Following)
        );
        Assert.Empty(card.QuerySelectorAll(":scope > p strong"));
    }

    [Fact]
    public async Task What_happens_next_is_told_by_day_and_what_is_far_is_folded()
    {
        var page = await DrawAsync("status-running");
        var days = page.QuerySelectorAll(".upcoming > li > strong")
            .Select(day => day.TextContent)
            .ToList();

        Assert.Equal(days.Distinct(), days);
        Assert.Equal(3, page.QuerySelectorAll("section > .upcoming > li").Length);
        Assert.NotEmpty(page.QuerySelectorAll("details:not([open]) .upcoming > li"));
    }

    [Fact]
    public async Task What_to_act_on_stands_before_the_numbers_and_tables_are_folded()
    {
        var page = await DrawAsync("status-running");

        Assert.Equal(
            ["alarms", "upcoming", "figures", "matrix"],
            page.QuerySelectorAll(".alarms, .upcoming, .figures, table.matrix")
                .Select(one => one.ClassList[0]!)
                .Distinct()
        );
        Assert.NotNull(page.QuerySelector("details.unfold:not([open]) table.matrix"));
        Assert.NotNull(
            (await DrawAsync("status-filtered")).QuerySelector("details[open] table.matrix")
        );
    }

    [Fact]
    public async Task Each_state_in_the_matrix_names_its_report_on_a_phone()
    {
        var page = await DrawAsync("status-running");

        Assert.All(
            page.QuerySelectorAll(".matrix td:not(.void)"),
            cell => Assert.NotEqual("", cell.GetAttribute("data-label") ?? "")
        );
    }

    [Fact]
    public async Task Paper_shows_whole_hashes()
    {
        var page = await DrawAsync("dossier-published");

        Assert.All(
            page.QuerySelectorAll("details.hash"),
            hash =>
                Assert.Equal(
                    hash.QuerySelector(".whole")!.TextContent,
                    hash.NextElementSibling!.TextContent
                )
        );
    }

    private static async Task<IHtmlDocument> DrawAsync(string name) =>
        new HtmlParser().ParseDocument(
            await Gallery.All.Single(one => one.Name == $"{name}.en").Render(Rendering.Pages)
        );
}
