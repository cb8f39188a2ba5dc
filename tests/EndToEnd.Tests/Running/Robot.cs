using AngleSharp.Dom;
using ProgramReview.EndToEnd.Tests.Pages;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>What stands between a mail and its reader: it opens every link, and tries every form with nothing and with guesses.</summary>
internal sealed class Robot(HttpClient http)
{
    private const int LinksInAll = 400;

    private readonly HashSet<string> seen = [];

    /// <summary>How many forms were sent.</summary>
    public int FormsSent { get; private set; }

    /// <summary>How many addresses were opened.</summary>
    public int Opened => seen.Count;

    /// <summary>Follows a mail's link and whatever it finds there, two steps deep.</summary>
    public async Task CrawlAsync(Uri link)
    {
        for (var time = 0; time < 3; time++)
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, link);
            using var headed = await http.SendAsync(head);
            Assert.Equal(200, (int)headed.StatusCode);
            using var got = await http.GetAsync(link);
            Assert.Equal(200, (int)got.StatusCode);
        }
        await VisitAsync(link, depth: 2);
    }

    private async Task VisitAsync(Uri address, int depth)
    {
        if (seen.Count >= LinksInAll || !seen.Add(address.GetLeftPart(UriPartial.Query)))
        {
            return;
        }
        using var answer = await http.GetAsync(address);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }
        var page = Html.Parse(await answer.Content.ReadAsStringAsync());
        foreach (var form in page.QuerySelectorAll("form[method=post]"))
        {
            var action = new Uri(address, form.GetAttribute("action"));
            await SendAsync(action, Fields(form, _ => ""));
            await SendAsync(action, Fields(form, Guess));
        }
        if (depth == 0)
        {
            return;
        }
        foreach (var link in page.QuerySelectorAll("a[href]"))
        {
            var next = new Uri(address, link.GetAttribute("href"));
            if (next.Authority == address.Authority && next.Scheme == address.Scheme)
            {
                await VisitAsync(next, depth - 1);
            }
        }
    }

    private async Task SendAsync(Uri action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(action, form);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        FormsSent++;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(
        IElement form,
        Func<IElement, string> fill
    ) =>
        form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Select(field =>
                KeyValuePair.Create(
                    field.GetAttribute("name")!,
                    field.GetAttribute("type") == "hidden"
                        ? field.GetAttribute("value") ?? ""
                        : fill(field)
                )
            );

    private static string Guess(IElement field) =>
        field.GetAttribute("type") switch
        {
            "radio" or "checkbox" => field.GetAttribute("value") ?? "on",
            // The form's own pattern tells that digits are wanted, but not which; the numbers begin at 1000.
            _ when field.GetAttribute("inputmode") == "numeric" => "0123",
            _ => "test@example.com",
        };
}
