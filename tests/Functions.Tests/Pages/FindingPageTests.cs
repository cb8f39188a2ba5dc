using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

/// <summary>What is found is told by kind, heaviest first, and a question has its field.</summary>
public sealed class FindingPageTests
{
    [Fact]
    public async Task At_most_ten_of_a_kind_stand_at_once_and_the_rest_behind_all()
    {
        var page = await DrawAsync("upload-20-open-tomend");
        var kinds = page.QuerySelectorAll("#part-annex .findings > li");

        Assert.Equal(2, kinds.Length);
        Assert.Equal(FindingGroup.Most, kinds[0].QuerySelectorAll(":scope > .places > li").Length);
        Assert.Equal(4, kinds[0].QuerySelectorAll("details .places > li").Length);
        Assert.Contains("7 more of this kind", kinds[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "New Party members, 9 months of 2024, cell F7",
            kinds[0].QuerySelector("li")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [true, true, false, false],
            page.QuerySelectorAll("#part-report .findings > li")
                .Select(kind => kind.ClassList.Contains("finding-error"))
        );
        // What to do is said once for a kind and once for the file.
        Assert.Single(page.QuerySelectorAll("#part-annex .advice"));
    }

    [Fact]
    public async Task A_question_has_a_field_that_cuts_nothing_and_keeps_what_was_refused()
    {
        var asked = await DrawAsync("upload-20-open-tomend");
        var refused = await DrawAsync("upload-22-open-tomend");

        var form = asked.QuerySelector("#part-annex .explain form[method=post]")!;
        Assert.EndsWith("/explain", form.GetAttribute("action"), StringComparison.Ordinal);
        Assert.Null(form.QuerySelector("textarea")!.GetAttribute("maxlength"));
        Assert.NotNull(asked.QuerySelector(".panel a[href^='#query-']"));
        Assert.Equal(
            Sample.Hostile,
            refused.QuerySelector("#part-annex .explain textarea")!.TextContent
        );
        Assert.NotNull(refused.QuerySelector("#part-annex .explain [role=alert]"));
    }

    [Fact]
    public async Task After_the_close_the_words_say_whom_to_ask_and_no_field_stands_there()
    {
        var page = await DrawAsync("upload-26-closed-beingchecked");

        Assert.Empty(page.QuerySelectorAll(".explain form"));
        Assert.Contains(
            "standing agency",
            page.QuerySelector("#part-annex .explain")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "had not been explained",
            page.QuerySelector("#part-annex .explain")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Why_a_report_was_returned_stands_before_everything_else()
    {
        var page = await DrawAsync("upload-24-open-tomend");
        var notice = page.QuerySelector("main .notice")!;

        Assert.True(
            notice
                .CompareDocumentPosition(page.QuerySelector(".panel")!)
                .HasFlag(DocumentPositions.Following)
        );
        Assert.Equal(2, notice.QuerySelectorAll("li").Length);
        Assert.Contains("Lessons learned", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("cell H7", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#part-report a[href$='/changes/9']"));
    }

    [Fact]
    public async Task A_check_that_is_outstanding_is_said_and_a_link_looks_again_without_script()
    {
        var page = await DrawAsync("upload-21-open-beingchecked");

        Assert.Equal("status", page.QuerySelector("[data-outstanding]")!.GetAttribute("role"));
        Assert.Contains(
            "#part-report",
            page.QuerySelector("#part-report noscript")!.InnerHtml,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(page.QuerySelectorAll("[data-live]"));
    }

    [Fact]
    public async Task After_the_close_only_what_may_be_corrected_can_be_sent()
    {
        var page = await DrawAsync("upload-25-correcting-overdue");

        Assert.Equal(
            "send-annex",
            Assert
                .Single(page.QuerySelectorAll("form.upload"))
                .Closest("section")!
                .QuerySelector("[id^=send-]")!
                .Id
        );
        Assert.Contains(
            FindingText.Fault(Core.Planning.Language.En, "value-missing"),
            page.QuerySelector("#part-annex")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_checked_is_told_before_anything_is_sent()
    {
        var page = await DrawAsync("upload-20-open-tomend");

        Assert.True(
            page.QuerySelectorAll("details.box li")
                .Count(item =>
                    item.TextContent
                    == FindingText.Check(Core.Planning.Language.En, "section-missing")
                ) == 1
        );
    }

    [Fact]
    public async Task Operations_reach_the_form_from_the_finding_and_it_is_chosen()
    {
        var page = await DrawAsync("story-findings");

        var key = CheckedSample.Query.Key;
        Assert.NotNull(page.QuerySelector($"a[href='?form=return&finding={key}#return']"));
        Assert.NotNull(page.QuerySelector("details#overrule[open]"));
        Assert.EndsWith(
            key,
            page.QuerySelector("#overrule-target option[selected]")!.GetAttribute("value"),
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("details#return[open]"));
    }

    private static async Task<IHtmlDocument> DrawAsync(string name) =>
        new HtmlParser().ParseDocument(
            await Gallery.All.Single(one => one.Name == $"{name}.en").Render(Rendering.Pages)
        );
}
