using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProgramReview.Local.Host.Mailbox;

namespace ProgramReview.Host.Tests;

public sealed partial class LocalPageTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly StoredMail Mail = new(
        "m-1",
        new DateTimeOffset(2024, 8, 2, 1, 0, 0, TimeSpan.Zero),
        new MailAddress("review@hanoi.example", "Review"),
        new MailAddress("an@unit.example", "An <b>"),
        "Báo cáo <1>",
        "plain text",
        "<!doctype html><html><head><title>x</title></head><body><script>alert(1)</script><a href=\"http://127.0.0.1/u\">send</a></body></html>",
        new Dictionary<string, string> { ["message-id"] = "<m-1@local>" }
    );

    [Fact]
    public async Task The_mailbox_answers_programs_in_maildevs_shape()
    {
        host.Mails.Add(Mail);
        host.Mails.Add(Mail);

        var list = await host.Http.GetFromJsonAsync<JsonElement>(
            new Uri("mailbox/api/email", UriKind.Relative)
        );
        var one = await host.Http.GetFromJsonAsync<JsonElement>(
            new Uri("mailbox/api/email/m-1", UriKind.Relative)
        );

        Assert.Equal(1, list.GetArrayLength());
        Assert.Equal(
            "an@unit.example",
            one.GetProperty("to")[0].GetProperty("address").GetString()
        );
        Assert.Equal("Báo cáo <1>", one.GetProperty("subject").GetString());
        Assert.Equal(
            "<m-1@local>",
            one.GetProperty("headers").GetProperty("message-id").GetString()
        );
        using var missing = await host.Http.GetAsync(
            new Uri("mailbox/api/email/none", UriKind.Relative)
        );
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_mailbox_lists_people_and_finds_them_without_accents()
    {
        host.Mails.Clear();
        host.Mails.Add(To("a", "lan@unit.example", "Trần Thị Lan", "Đề nghị gửi báo cáo", 1));
        host.Mails.Add(To("b", "hoa@unit.example", "Nguyễn Thị Hòa", "Nhắc nộp báo cáo", 2));
        host.Mails.Add(To("c", "lan@unit.example", "Trần Thị Lan", "Biên nhận", 3));

        Assert.Equal(["lan@unit.example", "hoa@unit.example"], await PeopleAsync(""));
        Assert.Equal(["hoa@unit.example"], await PeopleAsync("hoa"));
        Assert.Equal(["hoa@unit.example"], await PeopleAsync("HÒA nguyen"));
        Assert.Equal(["lan@unit.example"], await PeopleAsync("de nghi"));
        Assert.Equal(["lan@unit.example"], await PeopleAsync("đề"));
        Assert.Equal(["lan@unit.example"], await PeopleAsync("bien nhan"));
        Assert.Empty(await PeopleAsync("nobody"));
        Assert.Contains(
            "href=\"/mailbox\"",
            await host.Http.GetStringAsync(new Uri("mailbox?q=nobody", UriKind.Relative)),
            StringComparison.Ordinal
        );

        var mails = await host.Http.GetStringAsync(
            new Uri("mailbox?to=LAN@unit.example", UriKind.Relative)
        );
        Assert.Equal(["/mailbox/c", "/mailbox/a"], Targets(mails));
        host.Mails.Clear();
        Assert.Empty(await PeopleAsync(""));
    }

    [Fact]
    public async Task A_full_mailbox_is_paged()
    {
        host.Mails.Clear();
        for (var one = 0; one < 120; one++)
        {
            host.Mails.Add(To($"p-{one}", $"unit{one}@a.example", $"Đơn vị {one}", "Báo cáo", one));
        }

        Assert.Equal(50, (await PeopleAsync("")).Count);
        Assert.Equal("unit119@a.example", (await PeopleAsync(""))[0]);
        Assert.Equal("unit69@a.example", (await PeopleAsync("&page=2"))[0]);
        Assert.Equal(20, (await PeopleAsync("&page=3")).Count);
        Assert.Equal(20, (await PeopleAsync("&page=99")).Count);
        Assert.Equal(50, (await PeopleAsync("&page=x")).Count);
        var second = await host.Http.GetStringAsync(
            new Uri("mailbox?q=don%20vi&page=2&lang=en", UriKind.Relative)
        );
        Assert.Contains(
            "rel=\"prev\" href=\"/mailbox?q=don%20vi&amp;lang=en&amp;page=1\"",
            second,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "rel=\"next\" href=\"/mailbox?q=don%20vi&amp;lang=en&amp;page=3\"",
            second,
            StringComparison.Ordinal
        );
        host.Mails.Clear();
    }

    [Theory]
    [InlineData("vi", "Hộp thư")]
    [InlineData("en", "Mailbox")]
    [InlineData("hi", "डाक-पेटी")]
    public async Task Local_pages_and_the_clock_speak_the_language_that_was_chosen(
        string language,
        string word
    )
    {
        host.Mails.Add(Mail);
        string[] pages = ["mailbox", "mailbox?to=an@unit.example", "mailbox/m-1", "no/such/page"];
        foreach (var path in pages)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path)
            {
                Headers = { { "Accept", "text/html" }, { "Cookie", $"lang={language}" } },
            };
            using var response = await host.Http.SendAsync(request);
            var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

            Assert.Contains($"<html lang=\"{language}\">", text, StringComparison.Ordinal);
            Assert.Contains(
                $">{word}</a>\n</span>\n</form>",
                text.ReplaceLineEndings("\n"),
                StringComparison.Ordinal
            );
            Assert.Contains("action=\"/language\"", text, StringComparison.Ordinal);
            Assert.Contains(
                $"name=\"back\" value=\"/{path}\"",
                text.Replace("%40", "@", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.Equal("Cookie", Assert.Single(response.Headers.Vary));
        }
    }

    [Fact]
    public async Task A_mail_is_shown_in_a_frame_where_nothing_of_it_runs()
    {
        host.Mails.Add(Mail);

        var page = await host.Http.GetStringAsync(new Uri("mailbox/m-1", UriKind.Relative));
        using var body = await host.Http.GetAsync(new Uri("mailbox/m-1/html", UriKind.Relative));

        Assert.Contains("Báo cáo &lt;1&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains(
            "sandbox=\"allow-same-origin allow-top-navigation-by-user-activation\"",
            page,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "sandbox allow-same-origin allow-top-navigation-by-user-activation; default-src 'none'",
            body.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<head><base target=\"_top\">",
            await body.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Times_are_told_in_the_zone_of_the_products_pages()
    {
        host.Mails.Add(Mail);

        var list = await LookAsync("mailbox?lang=en");
        var mail = await LookAsync("mailbox/m-1?lang=en");
        var clock = await host.Http.GetFromJsonAsync<JsonElement>(
            new Uri("local/clock", UriKind.Relative)
        );

        Assert.Contains("Fri 2 Aug 2024 08:00:00 UTC&#x2B;07:00", list, StringComparison.Ordinal);
        Assert.Contains("Fri 2 Aug 2024 08:00:00 UTC&#x2B;07:00", mail, StringComparison.Ordinal);
        Assert.EndsWith(
            "UTC+07:00",
            clock.GetProperty("nowText").GetString(),
            StringComparison.Ordinal
        );
    }

    // As a person's browser asks.
    private async Task<string> LookAsync(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page, UriKind.Relative))
        {
            Headers = { { "Accept", "text/html" } },
        };
        using var answer = await host.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [Theory]
    [InlineData("text/html", true)]
    [InlineData("application/json", false)]
    public async Task An_unknown_address_is_a_page_to_people_and_nothing_to_programs(
        string accept,
        bool isPage
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "no/such/page")
        {
            Headers = { { "Accept", accept } },
        };
        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(isPage, text.Contains("href=\"/mailbox\"", StringComparison.Ordinal));
        Assert.Equal(!isPage, text.Length == 0);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 303)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("X-Nothing", "program", 303)]
    public async Task Only_pages_of_this_host_may_steer_the_clock(
        string header,
        string value,
        int status
    )
    {
        using var request = Command("faster", "/mailbox");
        request.Headers.Add(header, value);
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/mailbox?to=a", "/mailbox?to=a")]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task A_command_leads_back_within_this_host(string back, string expected)
    {
        using var request = Command("pause", back);
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(expected, response.Headers.Location!.OriginalString);
        Assert.True(host.Clock.IsPaused);
        using var go = Command("continue", "/");
        using var went = await host.Http.SendAsync(go);
        Assert.False(host.Clock.IsPaused);
    }

    [Fact]
    public async Task A_name_that_another_site_points_at_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "mailbox/api/email")
        {
            Headers = { Host = "evil.example" },
        };
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_mailbox_is_not_emptied_from_another_site()
    {
        host.Mails.Add(Mail);
        using var foreign = new HttpRequestMessage(HttpMethod.Delete, "mailbox/api/email/all")
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };
        using var refused = await host.Http.SendAsync(foreign);
        Assert.NotEmpty(host.Mails.List());

        using var done = await host.Http.DeleteAsync(
            new Uri("mailbox/api/email/all", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Empty(host.Mails.List());
    }

    [Theory]
    [InlineData("api/page/unit", "text/html", true)]
    [InlineData("mailbox", "text/html,*/*", true)]
    [InlineData("api/page/unit", "*/*", false)]
    [InlineData("api/download", "text/html", false)]
    [InlineData("api/hello", "text/html", false)]
    public async Task The_clock_bar_is_on_the_pages_that_people_look_at_and_nowhere_else(
        string path,
        string accept,
        bool expected
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { { "Accept", accept } },
        };
        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, text.Contains("action=\"/local/clock\"", StringComparison.Ordinal));
        Assert.DoesNotContain("style=\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local/clock.css")]
    [InlineData("local/clock.js")]
    [InlineData("local/mailbox.js")]
    [InlineData("local/local.css")]
    [InlineData("local/clock")]
    public async Task What_the_bar_needs_is_served_here(string path) =>
        Assert.NotEmpty(await host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static StoredMail To(string id, string address, string name, string subject, int at) =>
        Mail with
        {
            Id = id,
            To = new MailAddress(address, name),
            Subject = subject,
            Date = Mail.Date.AddMinutes(at),
        };

    // The addresses on a page of the mailbox, in its order.
    private async Task<List<string>> PeopleAsync(string query) =>
        [
            .. Targets(
                    await host.Http.GetStringAsync(
                        new Uri(
                            $"mailbox?q={(query.StartsWith('&') ? query : Uri.EscapeDataString(query))}",
                            UriKind.Relative
                        )
                    )
                )
                .Select(target => Uri.UnescapeDataString(target["/mailbox?to=".Length..])),
        ];

    private static List<string> Targets(string page) =>
        [.. Item().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<li><a href=\"([^\"]+)\"")]
    private static partial Regex Item();

    private static HttpRequestMessage Command(string command, string back) =>
        new(HttpMethod.Post, "local/clock")
        {
            Content = new FormUrlEncodedContent([new("do", command), new("back", back)]),
        };
}
