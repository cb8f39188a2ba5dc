using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Pages.Tests;

public sealed partial class AssetTests
{
    [Fact]
    public void Every_file_that_the_stylesheet_names_is_served()
    {
        var css = Rendering.Assets.TextOf("site.css");

        var fonts = Url().Matches(css).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(8, fonts.Count);
        Assert.All(
            fonts,
            font =>
            {
                Assert.True(
                    Rendering.Assets.TryGet(
                        $"/assets/{Path.GetFileName(font)}",
                        out var type,
                        out var content
                    ),
                    font
                );
                Assert.Equal("font/woff2", type);
                Assert.True(content.Length > 5000);
            }
        );
        Assert.DoesNotContain(
            "url(",
            Rendering.Assets.TextOf("file.css"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/assets/site.css")]
    [InlineData("/assets/manifest.json")]
    [InlineData("/assets/../secret")]
    public void Only_hashed_paths_are_served(string path) =>
        Assert.False(Rendering.Assets.TryGet(path, out _, out _));

    [Fact]
    public async Task A_page_comes_with_headers_that_keep_it_to_itself()
    {
        var http = new DefaultHttpContext();
        http.Response.Body = new MemoryStream();

        await new PageResult(
            "<p>đ</p>",
            404,
            new Uri("http://127.0.0.1:10000/devstoreaccount1")
        ).ExecuteAsync(http);

        Assert.Equal(404, http.Response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", http.Response.ContentType);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                + "connect-src 'self' http://127.0.0.1:10000; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            http.Response.Headers.ContentSecurityPolicy
        );
        Assert.Equal("no-store", http.Response.Headers.CacheControl);
        Assert.Equal("no-referrer", http.Response.Headers["Referrer-Policy"]);
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
        Assert.Equal("noindex, nofollow", http.Response.Headers["X-Robots-Tag"]);
        Assert.Equal(
            "<p>đ</p>",
            System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray())
        );
    }

    [GeneratedRegex("""url\("?([^")]+)"?\)""")]
    private static partial Regex Url();
}
