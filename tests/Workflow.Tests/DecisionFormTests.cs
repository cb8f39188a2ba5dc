using System.Net;
using System.Text.RegularExpressions;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Publishing;

namespace ProgramReview.Workflow.Tests;

/// <summary>The approver's form as a browser without script and a program post it.</summary>
public sealed class DecisionFormTests
{
    [Fact]
    public async Task A_Refused_Answer_Leads_Back_To_The_Page_With_Everything_Entered()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var comment = $"Thiếu số liệu <{new string('x', 3900)}>";

        var posted = await PostAsync(
            scenario,
            isPage: true,
            ("verdict", "RequestChanges"),
            ("comment", comment),
            ("reopen", $"{scenario.Alpha}.report"),
            ("reopen", $"{scenario.Beta}.report"),
            ("confirmation", "0000")
        );
        var page = await FollowAsync(scenario, posted);
        var problem = await PostAsync(
            scenario,
            isPage: false,
            ("verdict", "Approve"),
            ("confirmation", "0000")
        );

        Assert.DoesNotContain("xxx", posted.Location, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"#confirmation\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(comment, WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page.Body, " checked"));
        Assert.Equal((422, "decision-confirmation-wrong"), (problem.Status, problem.Code));
        Assert.Empty((await scenario.StateAsync()).CurrentRound!.Decisions);
    }

    [Fact]
    public async Task A_Taken_Answer_Leads_To_The_Page_That_Shows_It_And_The_First_Stands()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var number = await DigitsAsync(scenario);

        var taken = await PostAsync(
            scenario,
            isPage: true,
            ("verdict", "Approve"),
            ("confirmation", number)
        );
        var second = await FollowAsync(
            scenario,
            await PostAsync(
                scenario,
                isPage: true,
                ("verdict", "Reject"),
                ("comment", "No."),
                ("confirmation", number)
            )
        );

        Assert.Equal(303, taken.Status);
        Assert.DoesNotContain("?", taken.Location, StringComparison.Ordinal);
        var decision = Assert.Single((await scenario.StateAsync()).CurrentRound!.Decisions);
        Assert.Equal(DecisionVerdict.Approve, decision.Verdict);
        Assert.DoesNotContain("<form class=\"decision", second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecisionRules.MaxComment + 1, 303)]
    [InlineData(500_000, 200)]
    public async Task A_Comment_That_Is_Too_Long_Comes_Back_Whole(int length, int status)
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var comment = new string('x', length);

        var reply = await PostAsync(
            scenario,
            isPage: true,
            ("verdict", "Reject"),
            ("comment", comment),
            ("confirmation", await DigitsAsync(scenario))
        );
        var page = status == 303 ? await FollowAsync(scenario, reply) : reply;

        Assert.Equal(status, reply.Status);
        Assert.Contains("href=\"#comment\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(comment, WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.Empty((await scenario.StateAsync()).CurrentRound!.Decisions);
    }

    [Fact]
    public async Task Another_Answer_Of_Another_Tab_Is_Not_Taken_And_Not_Lost()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var digits = await DigitsAsync(scenario);
        await PostAsync(scenario, isPage: true, ("verdict", "Approve"), ("confirmation", digits));

        var page = await FollowAsync(
            scenario,
            await PostAsync(
                scenario,
                isPage: true,
                ("verdict", "Reject"),
                ("comment", "Số liệu quý III sai."),
                ("confirmation", digits)
            )
        );

        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"typed\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(
            "Số liệu quý III sai.",
            WebUtility.HtmlDecode(page.Body),
            StringComparison.Ordinal
        );
        Assert.Equal(
            DecisionVerdict.Approve,
            Assert.Single((await scenario.StateAsync()).CurrentRound!.Decisions).Verdict
        );
    }

    [Fact]
    public async Task A_Page_That_Grew_Old_Says_What_Changed_And_Keeps_What_Was_Typed()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Beta);
        var digits = await DigitsAsync(scenario);
        await scenario.ExemptAsync(scenario.Beta);
        await scenario.ToAsync(scenario.Now + Voiding.Settling);

        var page = await FollowAsync(
            scenario,
            await PostAsync(
                scenario,
                isPage: true,
                ("verdict", "Reject"),
                ("comment", "Số liệu quý III sai."),
                ("confirmation", digits)
            )
        );

        Assert.Contains("id=\"typed\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"since\"", page.Body, StringComparison.Ordinal);
        Assert.Contains(
            "Số liệu quý III sai.",
            WebUtility.HtmlDecode(page.Body),
            StringComparison.Ordinal
        );
        Assert.All((await scenario.StateAsync()).Rounds, round => Assert.Empty(round.Decisions));
    }

    [Fact]
    public async Task An_Answer_By_Other_Rules_Is_Not_Taken()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();

        var reply = await PostAsync(
            scenario,
            isPage: false,
            ("rules", "0"),
            ("verdict", "Approve"),
            ("confirmation", await DigitsAsync(scenario))
        );

        Assert.Equal((409, "decision-rules-changed"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_Draft_Leads_Back_To_The_Decision()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        var token = TokenOf(scenario);

        var draft = await new PostedForm(scenario.World).FollowAsync<DraftDossierFunction>(
            new FormReply(303, "/a/", ""),
            (function, request) =>
                function.RunAsync(request, token, "dossier", null, Scenario.Cancel)
        );

        Assert.Contains($"href=\"/a/{token}\"", draft.Body, StringComparison.Ordinal);
    }

    private static async Task<string> DigitsAsync(Scenario scenario) =>
        Regex
            .Match((await PageAsync(scenario)).Body, "class=\"digits\">([0-9]{4})<")
            .Groups[1]
            .Value;

    // The link to the first round, whatever was mailed since.
    private static string TokenOf(Scenario scenario) =>
        new Local.Rehearsal.People.ReceivedMail("x", scenario.Sent.First(IsRequest).Text)
            .Link!
            .Segments[^1];

    private static bool IsRequest(Functions.Mail.OutgoingMail mail) =>
        mail.Text.Contains("/a/", StringComparison.Ordinal);

    private static async Task<FormReply> PostAsync(
        Scenario scenario,
        bool isPage,
        params (string Name, string Value)[] fields
    ) =>
        await new PostedForm(scenario.World).PostAsync<DecideFunction>(
            new FormUrlEncodedContent([
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
                new("dossierHash", (await scenario.StateAsync()).Dossiers[1]),
                new("round", "1"),
                .. fields.Any(field => field.Name == "rules")
                    ? Array.Empty<KeyValuePair<string, string>>()
                    : [new("rules", $"{Quorum.Version}")],
            ]),
            isPage,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.World.Client,
                    TokenOf(scenario),
                    Scenario.Cancel
                )
        );

    private static Task<FormReply> FollowAsync(Scenario scenario, FormReply posted) =>
        new PostedForm(scenario.World).FollowAsync<DecisionPageFunction>(
            posted,
            (function, request) => function.RunAsync(request, TokenOf(scenario), Scenario.Cancel)
        );

    private static Task<FormReply> PageAsync(Scenario scenario) =>
        FollowAsync(scenario, new FormReply(303, "/a/", ""));
}
