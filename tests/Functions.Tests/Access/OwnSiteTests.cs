using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Functions.Tests.Access;

/// <summary>Which requests come from the product's own pages, as they arrive behind a proxy: over http, under an inner name.</summary>
public sealed class OwnSiteTests
{
    private const string Product = "https://review.example/";

    [Theory]
    [InlineData("https://review.example", false)]
    [InlineData("HTTPS://Review.example", false)]
    [InlineData("http://review.example", true)]
    [InlineData("https://review.example:8443", true)]
    [InlineData("https://review.example.evil.example", true)]
    [InlineData("null", true)]
    public void Where_a_browser_says_only_its_origin_it_must_be_the_products_address(
        string origin,
        bool isForeign
    ) => Assert.Equal(isForeign, Site(Product).IsForeign(Request("127.0.0.1:4711", origin)));

    [Fact]
    public void The_host_that_a_request_names_is_not_believed_in_production()
    {
        Assert.True(Site(Product).IsForeign(Request("evil.example", "http://evil.example")));
        Assert.True(Site(null).IsForeign(Request("evil.example", "http://evil.example")));
    }

    [Theory]
    [InlineData("Production", "http://localhost:7071/")]
    [InlineData("Production", "http://127.0.0.1:7071/")]
    [InlineData("Development", "https://review.example/")]
    public void On_ones_own_machine_every_name_of_it_is_its_own(string environment, string address)
    {
        var site = Site(address, environment);

        Assert.False(site.IsForeign(Request("[::1]:7071", "http://[::1]:7071")));
        Assert.True(site.IsForeign(Request("[::1]:7071", "http://evil.example")));
    }

    [Theory]
    [InlineData("same-origin", false)]
    [InlineData("none", false)]
    [InlineData("same-site", true)]
    [InlineData("cross-site", true)]
    public void What_a_browser_says_of_itself_counts_before_its_origin(string site, bool isForeign)
    {
        var request = Request("127.0.0.1:4711", isForeign ? "https://review.example" : "null");
        request.Headers["Sec-Fetch-Site"] = site;

        Assert.Equal(isForeign, Site(Product).IsForeign(request));
    }

    [Fact]
    public void A_program_sends_no_origin() =>
        Assert.False(Site(Product).IsForeign(Request("127.0.0.1:4711", "")));

    private static HttpRequest Request(string host, string origin)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString(host));
        request.Headers.Origin = origin;
        return request;
    }

    private static OwnSite Site(string? address, string environment = "Production") =>
        new ServiceCollection()
            .AddSingleton<IHostEnvironment>(
                new HostingEnvironment { EnvironmentName = environment }
            )
            .AddAccess(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("Links:BaseUri", address)])
                    .Build()
            )
            .BuildServiceProvider()
            .GetRequiredService<OwnSite>();
}
