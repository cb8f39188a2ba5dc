using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Functions.Tests.Web;

/// <summary>The language of a page: chosen by a form, remembered by a cookie, overruled by an address.</summary>
public sealed class LanguageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "", Language.En)]
    [InlineData("?lang=hi", "", Language.Hi)]
    [InlineData("?lang=HI", "", Language.Hi)]
    [InlineData("", "hi", Language.Hi)]
    [InlineData("?lang=vi", "hi", Language.Vi)]
    [InlineData("?lang=1", "", Language.En)]
    [InlineData("?lang=7", "hi", Language.Hi)]
    [InlineData("?lang=fr", "fr", Language.En)]
    [InlineData("?lang=vi&lang=hi", "", Language.En)]
    public void The_address_wins_over_the_cookie_and_the_cookie_over_what_is_usual(
        string query,
        string cookie,
        Language expected
    )
    {
        var context = PageContext.For(
            Asked("GET", "/u/abc", query, cookie),
            Language.En,
            DateTimeOffset.UnixEpoch,
            plan: null
        );

        Assert.Equal(expected, context.Language);
    }

    [Theory]
    [InlineData("GET", "/u/abc", "", "/u/abc")]
    [InlineData("GET", "/u/abc", "?lang=hi", "/u/abc")]
    [InlineData(
        "GET",
        "/status/x",
        "?phase=Late&lang=hi&sort=body",
        "/status/x?phase=Late&sort=body"
    )]
    [InlineData("GET", "/d/x", "?q=%C4%91%20%26", "/d/x?q=%C4%91%20%26")]
    [InlineData("POST", "/u/abc", "?a=b", "/u/abc")]
    public void Choosing_a_language_leads_back_to_the_same_look(
        string method,
        string path,
        string query,
        string expected
    )
    {
        var back = LanguageChoice.WayBackTo(Asked(method, path, query, ""));

        Assert.Equal(expected, back);
        Assert.Equal(expected, SitePath.Checked(back));
    }

    [Theory]
    [InlineData("GET", "/u/abc", "/u/abc")]
    [InlineData("POST", "/links/abc", "/")]
    public void What_went_wrong_with_a_form_leads_to_a_page_that_is_there(
        string method,
        string path,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Problems.ReaderOf(Asked(method, path, "", ""), DateTimeOffset.UnixEpoch).Here
        );

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\r\nSet-Cookie: a=b")]
    [InlineData("/đ")]
    [InlineData("evil")]
    [InlineData("")]
    [InlineData(null)]
    public void Nobody_is_led_to_another_site(string? path) =>
        Assert.Equal("/", SitePath.Checked(path));

    [Theory]
    [InlineData("https://review.example/", true)]
    [InlineData("http://127.0.0.1:7071/", false)]
    public async Task A_choice_is_kept_in_a_cookie_and_leads_back(string site, bool isSecure)
    {
        await using var edge = await StartAsync(site);

        using var response = await edge.Http.PostAsync(
            new Uri("/language", UriKind.Relative),
            new FormUrlEncodedContent([new("lang", "hi"), new("back", "/u/abc?a=b")]),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/u/abc?a=b", response.Headers.Location!.OriginalString);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("lang=hi; max-age=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/; ", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lang=fr&back=/cycles", "/cycles")]
    [InlineData("lang=7&back=//evil.example", "/")]
    [InlineData("", "/")]
    [InlineData("lang=%ED%A0%80&back=%ED%A0%80", "/")]
    public async Task What_is_no_language_changes_nothing(string form, string expected)
    {
        await using var edge = await StartAsync("https://review.example/");
        using var sent = new StringContent(
            form,
            System.Text.Encoding.ASCII,
            "application/x-www-form-urlencoded"
        );

        using var response = await edge.Http.PostAsync(
            new Uri("/language", UriKind.Relative),
            sent,
            Cancellation
        );

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_page_says_that_it_depends_on_the_cookie()
    {
        await using var edge = await Edge.StartAsync(_ =>
            Task.FromResult<IResult>(new PageResult("<p>", IsPublic: true))
        );

        using var response = await edge.Http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.Equal("Cookie", Assert.Single(response.Headers.Vary));
    }

    private static Task<Edge> StartAsync(string site) =>
        Edge.StartAsync(request =>
            new LanguageFunction(
                Options.Create(new LinkOptions { BaseUri = new Uri(site) })
            ).RunAsync(request, Cancellation)
        );

    private static HttpRequest Asked(string method, string path, string query, string cookie)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Path = path;
        request.QueryString = new QueryString(query);
        if (cookie.Length > 0)
        {
            request.Headers.Cookie = $"lang={cookie}";
        }
        return request;
    }
}
