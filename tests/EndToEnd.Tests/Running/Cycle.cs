using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ProgramReview.EndToEnd.Tests.Pages;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A cycle that a test has started, with what people can do about it over HTTP.</summary>
internal sealed class Cycle(Product product, TrialPlan plan)
{
    /// <summary>The product it runs in.</summary>
    public Product Product => product;

    /// <summary>Its plan.</summary>
    public TrialPlan Plan => plan;

    /// <summary>Its status page.</summary>
    public Uri Status => new(product.Address, $"status/{plan.Id}");

    /// <summary>Starts it as an operator does.</summary>
    public static async Task<Cycle> StartAsync(Product product, TrialPlan plan)
    {
        using var body = plan.ToContent();
        using var answer = await product.Operator.PostAsync("api/cycles", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, text);
        Assert.Equal(
            plan.Id,
            JsonDocument.Parse(text).RootElement.GetProperty("cycle").GetString()
        );
        return new Cycle(product, plan);
    }

    /// <summary>A mail to one of its people, when it has come.</summary>
    public Task<Letter> MailAsync(string person, string what, Func<Letter, bool> isIt) =>
        product.Mails.WaitAsync(plan.AddressOf(person), what, isIt);

    /// <summary>The first mail with a link to an upload page.</summary>
    public Task<Letter> RequestAsync(string person) =>
        MailAsync(person, "the request for a report", mail => mail.Leads == "u");

    /// <summary>The mail that asks an approver to decide in a round, and nothing else does.</summary>
    public Task<Letter> DecisionRequestAsync(string approver, int round) =>
        product.Mails.WaitAsync(
            plan.AddressOf(approver),
            $"the request to decide in round {round}",
            mail => mail.Leads == "a",
            before: round - 1
        );

    /// <summary>How many entries each of the cycle's stories has: grows with everything that any rule reads.</summary>
    public async Task<string> StoriesAsync()
    {
        var status = await Html.GetAsync(product.Operator, Status);
        var stories = status
            .QuerySelectorAll("a[href*='/story']")
            .Select(link => new Uri(Status, link.GetAttribute("href")))
            .Distinct();
        var counts = new List<string>();
        foreach (var story in stories)
        {
            var page = await Html.GetAsync(product.Operator, story);
            counts.Add($"{story.AbsolutePath}: {page.QuerySelectorAll("ol.story > li").Length}");
        }
        return string.Join('\n', counts);
    }

    /// <summary>Sends a report by the two calls that the page shows for other tools.</summary>
    public async Task<(Uri Storage, string BlobName)> PutAsync(Uri link, Report report)
    {
        var permission = await PermitAsync(link, report);
        using var stored = await StoreAsync(permission.Storage, report.Content);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        return permission;
    }

    /// <summary>Asks where a report may be put.</summary>
    public async Task<(Uri Storage, string BlobName)> PermitAsync(Uri link, Report report)
    {
        using var asked = await product.Http.PostAsJsonAsync(
            $"{link}/permission",
            new
            {
                fileName = report.Name,
                size = report.Content.Length,
                type = "application/octet-stream",
            }
        );
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        var permission = await asked.Content.ReadFromJsonAsync<Permission>();
        return (permission!.Url, permission.BlobName);
    }

    /// <summary>Says that a report is there, and gets its receipt.</summary>
    public async Task ReceiveAsync(Uri link, string blobName, Report report)
    {
        using var answer = await product.Http.PostAsJsonAsync(
            $"{link}/received",
            new { blobName, sha256 = report.Hash }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Puts bytes at an address that storage was opened at.</summary>
    public async Task<HttpResponseMessage> StoreAsync(Uri storage, byte[] content)
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, storage)
        {
            Content = new ByteArrayContent(content),
            Headers = { { "x-ms-blob-type", "BlockBlob" } },
        };
        return await product.Http.SendAsync(put);
    }

    /// <summary>Decides as a reader of the page does, without a browser.</summary>
    public async Task DecideAsync(Letter mail, string verdict)
    {
        var page = await Html.GetAsync(product.Http, mail.Link);
        using var form = new FormUrlEncodedContent([
            new("round", page.QuerySelector("input[name=round]")!.GetAttribute("value")),
            new("rules", page.QuerySelector("input[name=rules]")!.GetAttribute("value")),
            new(
                "dossierHash",
                page.QuerySelector("input[name=dossierHash]")!.GetAttribute("value")
            ),
            new("verdict", verdict),
            new("confirmation", page.QuerySelector(".digits")!.TextContent),
        ]);
        using var answer = await product.Http.PostAsync(mail.Link, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private sealed record Permission(Uri Url, string BlobName);
}
