using System.Net;

namespace ProgramReview.Host.Tests;

public sealed class HttpFunctionTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("api/Hello", """{"text":"Xin ch\u00E0o","path":"/api/Hello"}""")]
    [InlineData("API/hello", """{"text":"Xin ch\u00E0o","path":"/API/hello"}""")]
    [InlineData("api/rest/a/b%20c", "GET a/b c")]
    [InlineData("api/rest", "GET ")]
    [InlineData("api/odd", "")]
    [InlineData("api/order", "GET first,second True")]
    public async Task A_route_leads_to_its_function(string path, string answer)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            System.Text.RegularExpressions.Regex.Unescape(answer),
            System.Text.RegularExpressions.Regex.Unescape(text)
        );
    }

    [Theory]
    [InlineData("api/page/unit", "GET unit  True")]
    [InlineData("api/page/unit/7", "GET unit 7 True")]
    public async Task Route_values_fill_parameters_by_name(string path, string expected) =>
        Assert.Contains(
            $"<body>{expected}</body>",
            await host.Http.GetStringAsync(new Uri(path, UriKind.Relative)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("DELETE", "api/page/unit")]
    [InlineData("HEAD", "api/Hello")]
    [InlineData("GET", "api/page/unit/x")]
    [InlineData("GET", "Hello")]
    public async Task A_wrong_method_or_path_is_not_found(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_durable_client_is_handed_in() =>
        Assert.StartsWith(
            "GET ",
            await host.Http.GetStringAsync(new Uri("api/client", UriKind.Relative)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("keyed", "", 401)]
    [InlineData("keyed", "wrong", 401)]
    [InlineData("keyed", "default", 200)]
    [InlineData("keyed", "master", 200)]
    [InlineData("mastered", "default", 401)]
    [InlineData("mastered", "master", 200)]
    public async Task A_function_that_is_not_anonymous_asks_for_its_key(
        string function,
        string key,
        int status
    )
    {
        var value = key switch
        {
            "default" => host.Keys.Default,
            "master" => host.Keys.Master,
            _ => key,
        };
        using var byAddress = await host.Http.GetAsync(
            new Uri($"api/{function}?code={value}", UriKind.Relative)
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/{function}?code=wrong");
        request.Headers.Add("x-functions-key", value);
        using var byHeader = await host.Http.SendAsync(request);

        Assert.Equal(status, (int)byAddress.StatusCode);
        Assert.Equal(status, (int)byHeader.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_a_500_that_tells_nothing()
    {
        using var response = await host.Http.GetAsync(new Uri("api/broken", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain(
            "secret",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }
}
