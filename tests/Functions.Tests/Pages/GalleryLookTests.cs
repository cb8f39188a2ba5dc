using Microsoft.Playwright;
using ProgramReview.Browser.TestKit;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ProgramReview.Pages.Tests;

/// <summary>Every page in every state as phones, desks, paper and assistive technology show it.</summary>
public sealed class GalleryLookTests(Chromium chromium, GallerySite site)
    : IClassFixture<GallerySite>
{
    // A window for each would cost more than the looks.
    private static IPage? window;

    private static readonly List<string> All = [.. Gallery.All.Select(Named).Distinct()];

    public static TheoryData<string> States => [.. All];

    // Each state in one language, by daylight or in the dark, and at night in all ways.
    private static IEnumerable<(Language Language, ColorScheme Light)> WaysOf(string state)
    {
        var ways =
            from light in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
            from language in Enum.GetValues<Language>()
            select (language, light);
        return Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1"
            ? ways
            : ways.Skip(All.IndexOf(state) % ways.Count()).Take(1);
    }

    // Whatever answers a GET with a page draws one of these, so a page that nobody has looked at fails here.
    [Fact]
    public void Every_page_that_there_is_hangs_in_the_gallery() =>
        Assert.Equal(
            typeof(Page<>)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && IsPage(type))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            Gallery
                .All.Select(exhibit => exhibit.Page.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_page_fits_phone_desk_and_paper_and_passes_axe(string state)
    {
        var page = window ??= await (
            await chromium.Browser.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce })
        ).NewPageAsync();
        var faults = new List<string>();
        foreach (var (language, light) in WaysOf(state))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = light });
            await page.GotoAsync(site.AddressOf($"{state}.{LanguageTags.TagOf(language)}"));
            faults.AddRange(
                (await PageLook.PrintFaultsAsync(page))
                    .Concat(await PageLook.OverhangsAsync(page))
                    .Concat(await PageLook.AxeFaultsAsync(page))
                    .Select(fault => $"{LanguageTags.TagOf(language)} {light} {fault}")
            );
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static string Named(Exhibit exhibit) => exhibit.Name[..exhibit.Name.LastIndexOf('.')];

    private static bool IsPage(Type? type) =>
        type is not null
        && (
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>)
            || IsPage(type.BaseType)
        );
}
