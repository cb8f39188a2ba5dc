using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProgramReview.EndToEnd.Tests.Pages;
using ProgramReview.EndToEnd.Tests.Running;

namespace ProgramReview.EndToEnd.Tests;

/// <summary>No robot decides: measured in a browser and without, for each second step of plans. The table in the documentation is what came out.</summary>
public sealed partial class ApprovalRobotTests(Product product, Chromium chromium)
    : BrowserTest(chromium)
{
    private const string Document = "docs/approval.md";
    private const string Accept = "robots";

    private static readonly string[] Steps = ["none", "accessCode", "signIn"];

    [Fact]
    public async Task No_robot_decides_and_a_recorded_form_is_worth_nothing_a_round_later()
    {
        var cycles = await Task.WhenAll(
            Steps.Select(step =>
                Cycle.StartAsync(
                    product,
                    new TrialPlan($"robots-{step.ToLowerInvariant()}", Units: 14, Summary: 16)
                    {
                        SecondStep = step,
                    }
                )
            )
        );
        var columns = new List<List<(string Robot, int Decisions, int Sent)>>();
        var recorded = new List<Recorded>();
        foreach (var (cycle, step) in cycles.Zip(Steps))
        {
            var (column, form) = await MeasureAsync(cycle, step);
            columns.Add(column);
            recorded.Add(form);
        }
        // The next rounds open once nobody has sent what was to be changed.
        foreach (var (column, form) in columns.Zip(recorded))
        {
            column.Add(await ReplayAsync(form));
        }

        var table = Table(columns);
        Assert.All(
            columns.SelectMany(column => column),
            cell => Assert.True(cell.Decisions == 0 || cell.Robot == Reader, $"{cell}")
        );
        // The one that reads and types like a person is stopped by what it has not got.
        Assert.Equal([1, 0, 0], columns.Select(column => column[^2].Decisions));
        Hold(table);
    }

    private const string Reader = "reads the digits off the page and types them, as a person does";

    private async Task<(List<(string, int, int)> Column, Recorded Form)> MeasureAsync(
        Cycle cycle,
        string step
    )
    {
        var chair = await cycle.DecisionRequestAsync("chair", 1);
        var deputy = await cycle.DecisionRequestAsync("deputy", 1);
        // Both have been handed what they need; the robots have not.
        var code = "";
        foreach (var person in (string[])(step == "accessCode" ? ["chair", "deputy"] : []))
        {
            code = await IssueAsync(cycle, person);
        }
        var robots = new ApprovalRobots(
            product.Http,
            () => SitDownAsync(),
            [chair.Link, deputy.Link]
        );
        (string Name, Func<Task<int>> RunAsync)[] all =
        [
            ("opens both links at once: GET, HEAD, prefetch, prerender", robots.OpenAsync),
            ("sends every form as it is", robots.SendAsIsAsync),
            (
                "sends every form with every answer, guessed values and guessed names",
                robots.SendGuessesAsync
            ),
            ("the same through links that a gateway rewrote", robots.SendRewrittenAsync),
            (
                "renders with scripts, chooses each answer and presses the button, goes back and presses again",
                robots.PressEverythingAsync
            ),
            ("two tabs of each page, all sent at once", robots.PressInTabsAsync),
            (Reader, robots.ReadAndTypeAsync),
        ];
        var measured = new List<(string, int, int)>();
        var before = await DecisionsAsync(cycle);
        foreach (var (name, runAsync) in all)
        {
            var sent = await runAsync();
            var after = await DecisionsAsync(cycle);
            measured.Add((name, after - before, sent));
            before = after;
        }
        var form = await DecideAsync(cycle, step, deputy, "deputy", code, ("verdict", "Abstain"));
        var member = await cycle.DecisionRequestAsync("member", 1);
        await DecideAsync(
            cycle,
            step,
            member,
            "member",
            step == "accessCode" ? await IssueAsync(cycle, "member") : "",
            ("verdict", "RequestChanges"),
            ("comment", "The figures of the east."),
            ("reopen", $"{cycle.Plan.Id}.east.unit-report.report")
        );
        Assert.Equal(before + 2, await DecisionsAsync(cycle));
        return (measured, new Recorded(cycle, deputy.Link, form));
    }

    // What a person sends who has all that the plan asks for.
    private async Task<List<KeyValuePair<string, string>>> DecideAsync(
        Cycle cycle,
        string step,
        Letter letter,
        string person,
        string code,
        params (string Name, string Value)[] chosen
    )
    {
        var page = await Html.GetAsync(product.Http, letter.Link);
        List<KeyValuePair<string, string>> fields =
        [
            .. page.QuerySelectorAll("form.decision input[type=hidden]")
                .Select(field =>
                    KeyValuePair.Create(
                        field.GetAttribute("name")!,
                        field.GetAttribute("value") ?? ""
                    )
                ),
            .. chosen.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ];
        if (page.QuerySelector("form.decision .digits") is { } digits)
        {
            fields.Add(new("confirmation", digits.TextContent));
        }
        if (step == "accessCode")
        {
            fields.Add(new("accessCode", code));
        }
        using var answer = await SendAsync(
            letter.Link,
            fields,
            step == "signIn" ? cycle.Plan.AddressOf(person) : null
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return fields;
    }

    private async Task<(string, int, int)> ReplayAsync(Recorded recorded)
    {
        var cycle = recorded.Cycle;
        var second = await product.Mails.WaitAsync(
            cycle.Plan.AddressOf("deputy"),
            "the request to decide in round 2",
            mail => mail.AsksToDecide && mail.Text.Contains("round 2", StringComparison.Ordinal)
        );
        var before = await DecisionsAsync(cycle);
        Uri[] links = [recorded.Link, second.Link, recorded.Link, second.Link];
        foreach (var link in links)
        {
            using var answer = await SendAsync(link, recorded.Fields, account: null);
            Assert.InRange((int)answer.StatusCode, 200, 499);
        }
        return (
            "sends a recorded form of a person again, a round later, to both links",
            await DecisionsAsync(cycle) - before,
            links.Length
        );
    }

    private async Task<HttpResponseMessage> SendAsync(
        Uri link,
        IEnumerable<KeyValuePair<string, string>> fields,
        string? account
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("Accept", "text/html");
        if (account is not null && product.IsLocal)
        {
            request.Headers.Add("Cookie", $"local-account={Uri.EscapeDataString(account)}");
        }
        else if (account is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {Settings.OperatorToken}");
            request.Headers.Add("X-Review-Signed-In", account);
        }
        return await product.Http.SendAsync(request);
    }

    private async Task<string> IssueAsync(Cycle cycle, string person)
    {
        using var order = JsonContent.Create(
            new
            {
                id = $"code-{person}",
                reason = "Handed over",
                approver = person,
            }
        );
        using var answer = await product.Operator.PostAsync(
            $"api/cycles/{cycle.Plan.Id}/commands/issue-access-code",
            order
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!;
    }

    private async Task<int> DecisionsAsync(Cycle cycle) =>
        Decided().Count(await product.Operator.GetStringAsync($"api/cycles/{cycle.Plan.Id}/audit"));

    private static string Table(List<List<(string Robot, int Decisions, int Sent)>> columns) =>
        string.Join(
            '\n',
            new[]
            {
                $"| what it does | {string.Join(" | ", Steps.Select(step => $"`{step}`"))} |",
                $"|---|{string.Concat(Steps.Select(_ => "---|"))}",
            }.Concat(
                columns[0]
                    .Select(
                        (row, at) =>
                            $"| {row.Robot} | {string.Join(" | ", columns.Select(column => $"{column[at].Decisions} / {column[at].Sent}"))} |"
                    )
            )
        ) + "\n";

    private static void Hold(string table)
    {
        var path = SourceTree.PathOf(Document);
        var text = File.ReadAllText(path);
        var held = Held().Match(text);
        if (Environment.GetEnvironmentVariable("REVIEW_ACCEPT") == Accept)
        {
            File.WriteAllText(
                path,
                $"{text[..held.Groups[1].Index]}{table}{text[(held.Groups[1].Index + held.Groups[1].Length)..]}"
            );
            return;
        }
        Assert.Equal(held.Groups[1].Value, table);
    }

    // Of an entry's text in the export, with its quotation marks escaped in one way or another.
    [GeneratedRegex(@"event(?:\\u0022|\\?""):(?:\\u0022|\\?"")decided(?:\\u0022|\\?"")")]
    private static partial Regex Decided();

    private sealed record Recorded(
        Cycle Cycle,
        Uri Link,
        List<KeyValuePair<string, string>> Fields
    );

    [GeneratedRegex(@"<!-- robots -->\n((?s:.*?))<!-- /robots -->")]
    private static partial Regex Held();
}
