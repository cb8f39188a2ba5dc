using System.Net;
using System.Text.RegularExpressions;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>Links that open nothing.</summary>
public sealed partial class BadLinkTests(Product product)
{
    [Fact]
    public async Task Every_link_that_opens_nothing_shows_the_same_neutral_page()
    {
        var (_, token) = await GenuineAsync();
        string[] addresses =
        [
            "u/unknown",
            "a/unknown",
            $"u/{Forged(token)}",
            $"u/{token[..^4]}",
            $"u/{token}x",
            $"u/{token.ToUpperInvariant()}",
            // Genuine, but for another purpose.
            $"a/{token}",
            $"a/{token}/dossier",
            $"u/{Uri.EscapeDataString("../../etc/passwd")}",
            $"u/{Uri.EscapeDataString("<script>alert(1)</script>")}",
        ];

        var pages = new HashSet<string>();
        foreach (var address in addresses)
        {
            using var answer = await product.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            var text = await answer.Content.ReadAsStringAsync();
            pages.Add(Instants().Replace(Form().Replace(text, "form"), "now"));
        }
        Assert.Single(pages);
        Assert.Contains("This link does not open", pages.Single());
    }

    [Fact]
    public async Task A_fresh_link_goes_to_the_registered_address_and_only_for_a_genuine_token()
    {
        var (cycle, token) = await GenuineAsync();
        var domain = $"{cycle.Plan.Id}.example";
        var before = (await product.Mails.InAsync(domain)).Count;

        var forged = await AskAsync(Forged(token));
        var unknown = await AskAsync("unknown");
        var genuine = await AskAsync(token);

        Assert.Equal(forged, genuine);
        Assert.Equal(unknown, genuine);
        var fresh = await cycle.MailAsync(
            "north",
            "a fresh link",
            mail => mail.Subject.StartsWith("Your fresh link", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(token, fresh.Text);
        using var opened = await product.Http.GetAsync(fresh.Link);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(before + 1, (await product.Mails.InAsync(domain)).Count);
    }

    private async Task<string> AskAsync(string token)
    {
        using var answer = await product.Http.PostAsync($"links/{token}", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Instants().Replace(await answer.Content.ReadAsStringAsync(), "now");
    }

    private async Task<(Cycle Cycle, string Token)> GenuineAsync()
    {
        var cycle = await Cycle.StartAsync(product, new TrialPlan("links", 600, 700));
        string[] people = ["north", "south", "east"];
        foreach (var person in people)
        {
            await cycle.RequestAsync(person);
        }
        return (cycle, (await cycle.RequestAsync("north")).Link.Segments[^1]);
    }

    // The last character may carry unused bits, so one before it is changed.
    private static string Forged(string token) =>
        token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1];

    // Where the page's forms lead: the address that was asked for.
    [GeneratedRegex(@"action=""[^""]*""|name=""back"" value=""[^""]*""")]
    private static partial Regex Form();

    [GeneratedRegex(@"\d{1,2}:\d{2}(:\d{2})?")]
    private static partial Regex Instants();
}
