using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed class PageTests
{
    public static TheoryData<string> Names => [.. Gallery.All.Select(exhibit => exhibit.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_a_whole_small_document_without_anything_inline(string name)
    {
        var exhibit = Gallery.All.Single(one => one.Name == name);

        var html = await exhibit.Render(Rendering.Pages);

        // A kept file carries its stylesheet, which a served page names.
        var bytes = Encoding.UTF8.GetByteCount(
            html.Replace(Rendering.Assets.TextOf("file.css"), "", StringComparison.Ordinal)
        );
        Assert.True(bytes < 100_000, $"{bytes} bytes");
        Assert.DoesNotMatch("&#x(9|1E)[0-9A-F]{2};", html);
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, error) =>
            faults.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)error).Message);
        var page = parser.ParseDocument(html);
        Assert.Empty(faults);
        Assert.Equal(
            LanguageTags.TagOf(exhibit.Language),
            page.DocumentElement.GetAttribute("lang")
        );
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.All(
            page.QuerySelectorAll("script"),
            script =>
                Assert.StartsWith("/assets/", script.GetAttribute("src"), StringComparison.Ordinal)
        );
        Assert.All(
            page.QuerySelectorAll("*").SelectMany(one => one.Attributes),
            attribute =>
                Assert.False(
                    attribute.Name.StartsWith("on", StringComparison.Ordinal),
                    attribute.Name
                )
        );
        Assert.Equal(
            name.StartsWith("dossier-file-", StringComparison.Ordinal) ? 1 : 0,
            page.QuerySelectorAll("style").Length
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_can_be_used_with_a_keyboard_and_read_aloud(string name)
    {
        var html = await Gallery.All.Single(one => one.Name == name).Render(Rendering.Pages);

        var page = new HtmlParser().ParseDocument(html);
        var ids = page.QuerySelectorAll("[id]").Select(one => one.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(link.GetAttribute("href")![1..], ids)
        );
        Assert.All(
            page.QuerySelectorAll("input:not([type=hidden]), textarea, select"),
            field =>
                Assert.True(
                    page.QuerySelector($"label[for='{field.Id}']") is not null,
                    field.OuterHtml
                )
        );
        Assert.All(
            page.QuerySelectorAll("a, button, h1, h2, h3, th[scope=row]"),
            one => Assert.NotEqual("", one.TextContent.Trim())
        );
        Assert.All(
            page.QuerySelectorAll("main a"),
            link =>
                Assert.False(
                    link.PreviousSibling is IText { Data: [.., var before] }
                        && (
                            char.IsLetterOrDigit(before)
                            || ".,;:)%".Contains(before, StringComparison.Ordinal)
                        ),
                    $"{link.PreviousSibling?.TextContent}{link.TextContent}"
                )
        );
        var levels = page.QuerySelectorAll("h1, h2, h3")
            .Select(one => one.LocalName[1] - '0')
            .ToList();
        Assert.All(
            levels.Zip(levels.Skip(1)),
            pair =>
                Assert.True(
                    pair.Second - pair.First <= 1,
                    $"h{pair.First} is followed by h{pair.Second}"
                )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_can_be_had_in_every_language(string name)
    {
        var exhibit = Gallery.All.Single(one => one.Name == name);

        var page = new HtmlParser().ParseDocument(await exhibit.Render(Rendering.Pages));

        var forms = page.QuerySelectorAll("header form[method=post][action='/language']");
        // A kept file has no server beside it; it is kept in every language.
        if (name.StartsWith("dossier-file-", StringComparison.Ordinal))
        {
            Assert.Empty(forms);
            return;
        }
        var form = Assert.Single(forms);
        Assert.Equal(Sample.Here, form.QuerySelector("input[name=back]")!.GetAttribute("value"));
        var buttons = form.QuerySelectorAll("button[name=lang]");
        Assert.Equal(
            Enum.GetValues<Language>().Select(LanguageTags.TagOf),
            buttons.Select(button => button.GetAttribute("value"))
        );
        Assert.All(
            buttons,
            button => Assert.Equal(button.GetAttribute("value"), button.GetAttribute("lang"))
        );
        Assert.Equal(
            LanguageTags.TagOf(exhibit.Language),
            Assert.Single(buttons, one => one.HasAttribute("aria-current")).GetAttribute("value")
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Hostile_names_stay_text(string name)
    {
        var html = await Gallery.All.Single(one => one.Name == name).Render(Rendering.Pages);

        var page = new HtmlParser().ParseDocument(html);

        Assert.DoesNotContain(
            page.QuerySelectorAll("script"),
            script => script.TextContent.Length > 0
        );
        if (html.Contains("alert(", StringComparison.Ordinal))
        {
            Assert.Contains(
                Sample.Hostile.Trim(),
                page.Body!.Text()
                    + string.Concat(
                        page.QuerySelectorAll("[value]").Select(one => one.GetAttribute("value"))
                    ),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task The_gallery_is_written_for_a_look()
    {
        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/gallery")).FullName;
        var assets = Directory.CreateDirectory(Path.Combine(folder, "assets")).FullName;
        foreach (var asset in Rendering.Assets.All)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(assets, Path.GetFileName(asset.Path)),
                asset.Content.ToArray(),
                TestContext.Current.CancellationToken
            );
        }

        foreach (var exhibit in Gallery.All)
        {
            var html = await exhibit.Render(Rendering.Pages);
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{exhibit.Name}.html"),
                html,
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal(Gallery.All.Count, Gallery.All.Select(one => one.Name).Distinct().Count());
    }

    [Fact]
    public async Task Many_threads_may_draw_at_once()
    {
        var exhibit = Gallery.All[0];
        var alone = await exhibit.Render(Rendering.Pages);

        var together = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(() => exhibit.Render(Rendering.Pages)))
        );

        Assert.All(together, html => Assert.Equal(alone, html));
    }
}
