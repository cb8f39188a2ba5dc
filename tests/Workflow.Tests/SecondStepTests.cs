using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Workflow.Tests;

/// <summary>What approvers show beside their link, as browsers and programs send it.</summary>
public sealed class SecondStepTests
{
    private const string First = "first";
    private const string WrongCode = "AAAAA-AAAAA";

    [Fact]
    public async Task Without_A_Code_Nothing_Is_Decided_And_With_It_Once()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        var none = await PostAsync(scenario, ("accessCode", WrongCode));
        var code = await IssueAsync(scenario);
        var missing = await PostAsync(scenario, ("accessCode", " "));
        var wrong = await PostAsync(scenario, ("accessCode", WrongCode));

        Assert.Equal("access-code-none", none.Code);
        Assert.Equal("access-code-missing", missing.Code);
        Assert.Equal((422, "access-code-wrong"), (wrong.Status, wrong.Code));
        Assert.Empty((await scenario.StateAsync()).CurrentRound!.Decisions);
        Assert.Single(await FailedAsync(scenario));

        // As somebody types it who reads it from paper.
        var taken = await PostAsync(
            scenario,
            ("accessCode", $" {code.ToLowerInvariant().Replace('-', ' ')}")
        );

        Assert.Equal(303, taken.Status);
        Assert.Equal(
            First,
            Assert.Single((await scenario.StateAsync()).Round(1)!.Decisions).Approver
        );
    }

    [Fact]
    public async Task A_Form_That_Lacks_Something_Else_Costs_No_Try()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        await IssueAsync(scenario);

        var reply = await PostAsync(
            scenario,
            nameof(DecisionVerdict.Reject),
            "same-origin",
            [("accessCode", WrongCode)]
        );

        Assert.Equal("decision-comment-missing", reply.Code);
        Assert.Empty(await FailedAsync(scenario));
    }

    [Fact]
    public async Task After_Five_Wrong_Codes_The_Right_One_Waits_An_Hour_And_Both_Sides_Are_Told()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        var code = await IssueAsync(scenario);
        for (var i = 0; i < AccessCode.InARow - 1; i++)
        {
            Assert.Equal(
                "access-code-wrong",
                (await PostAsync(scenario, ("accessCode", WrongCode))).Code
            );
        }
        Assert.Empty(Told(scenario));

        var fifth = await PostAsync(scenario, ("accessCode", WrongCode));
        var right = await PostAsync(scenario, ("accessCode", code));

        Assert.Equal("access-code-rests", fifth.Code);
        Assert.Equal("access-code-rests", right.Code);
        Assert.Equal(AccessCode.InARow, (await FailedAsync(scenario)).Count);
        Assert.Equal([First, "operations"], Told(scenario).Order());

        await scenario.ToDayAsync((scenario.Now - scenario.Day(0)).TotalDays + 0.05);
        Assert.Equal(303, (await PostAsync(scenario, ("accessCode", code))).Status);
    }

    [Fact]
    public async Task Twenty_Wrong_Codes_Spend_It_And_Another_Begins_Anew()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        var code = await IssueAsync(scenario);
        for (var i = 0; i < AccessCode.Most / AccessCode.InARow; i++)
        {
            for (var j = 0; j < AccessCode.InARow; j++)
            {
                await PostAsync(scenario, ("accessCode", WrongCode));
            }
            await scenario.ToDayAsync((scenario.Now - scenario.Day(0)).TotalDays + 0.05);
        }

        Assert.Equal("access-code-spent", (await PostAsync(scenario, ("accessCode", code))).Code);
        Assert.Equal(AccessCode.Most, (await FailedAsync(scenario)).Count);
        Assert.Equal(2 * AccessCode.Most / AccessCode.InARow, Told(scenario).Count);

        var other = await IssueAsync(scenario, "again");
        Assert.Equal("access-code-wrong", (await PostAsync(scenario, ("accessCode", code))).Code);
        Assert.Equal(303, (await PostAsync(scenario, ("accessCode", other))).Status);
    }

    [Fact]
    public async Task Of_A_Hundred_Guesses_At_Once_Five_Are_Looked_At()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        await IssueAsync(scenario);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => PostAsync(scenario, ("accessCode", WrongCode)))
        );

        Assert.Equal(AccessCode.InARow, (await FailedAsync(scenario)).Count);
        Assert.Equal(
            AccessCode.InARow - 1,
            replies.Count(reply => reply.Code == "access-code-wrong")
        );
        Assert.Equal(2, Told(scenario).Count);
    }

    [Fact]
    public async Task A_Code_Is_Shown_Once_And_Stands_Nowhere()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);

        var sheet = await CommandAsync(scenario, "press", isPage: true);
        var again = await CommandAsync(scenario, "press", isPage: true);
        var code = Regex.Match(sheet.Body, "[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}").Value;

        Assert.Equal((200, 303), (sheet.Status, again.Status));
        Assert.Equal(11, code.Length);
        Assert.DoesNotContain(code, again.Body, StringComparison.Ordinal);
        var stream = await scenario
            .World.Get<Functions.Events.IEventStore>()
            .ReadAsync(scenario.Cycle.Stream, Scenario.Cancel);
        Assert.All(
            stream,
            entry =>
            {
                Assert.DoesNotContain(code, entry.Body, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(
                    code.Replace("-", "", StringComparison.Ordinal),
                    entry.Body,
                    StringComparison.OrdinalIgnoreCase
                );
            }
        );
        Assert.DoesNotContain(
            scenario.Sent,
            mail => mail.Text.Contains(code, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(303, (await PostAsync(scenario, ("accessCode", code))).Status);
    }

    [Fact]
    public async Task The_Code_Of_Another_Approver_Is_A_Wrong_One()
    {
        await using var scenario = await StartAsync(SecondStep.AccessCode);
        await IssueAsync(scenario);
        var other = await IssueAsync(scenario, "other", "second");

        Assert.Equal("access-code-wrong", (await PostAsync(scenario, ("accessCode", other))).Code);
    }

    [Fact]
    public async Task The_Account_Must_Bear_The_Address_And_The_Digits_Are_Asked_Too()
    {
        var signedIn = new SignedIn();
        await using var scenario = await StartAsync(
            SecondStep.SignIn,
            services => services.AddSingleton<IStaffAccess>(signedIn)
        );
        var digits = await DigitsAsync(scenario);

        Assert.Equal("sign-in-missing", (await PostAsync(scenario, ("confirmation", digits))).Code);
        signedIn.Address = "second@small.example";
        Assert.Equal("sign-in-other", (await PostAsync(scenario, ("confirmation", digits))).Code);
        signedIn.Address = scenario.Plan.FindPerson(First)!.Email.ToUpperInvariant();
        Assert.Equal(
            "decision-confirmation-wrong",
            (await PostAsync(scenario, ("confirmation", "0000"))).Code
        );
        Assert.Equal(303, (await PostAsync(scenario, ("confirmation", digits))).Status);
    }

    [Fact]
    public async Task A_Form_Of_Another_Site_Does_Not_Ride_On_The_Session()
    {
        var signedIn = new SignedIn();
        await using var scenario = await StartAsync(
            SecondStep.SignIn,
            services => services.AddSingleton<IStaffAccess>(signedIn)
        );
        signedIn.Address = scenario.Plan.FindPerson(First)!.Email;
        var digits = await DigitsAsync(scenario);

        var reply = await PostAsync(
            scenario,
            nameof(DecisionVerdict.Approve),
            "cross-site",
            [("confirmation", digits)]
        );

        Assert.Equal((409, "sign-in-foreign"), (reply.Status, reply.Code));
        Assert.Empty((await scenario.StateAsync()).CurrentRound!.Decisions);
    }

    private static async Task<Scenario> StartAsync(
        SecondStep step,
        Action<IServiceCollection>? services = null
    )
    {
        var scenario = await Scenario.StartAsync(
            change: plan => plan with { Approval = plan.Approval with { SecondStep = step } },
            services: services
        );
        await scenario.ReachApprovalAsync();
        return scenario;
    }

    private static async Task<string> IssueAsync(
        Scenario scenario,
        string id = "one",
        string person = First
    ) =>
        (await CommandAsync(scenario, id, isPage: false, person))
            .Json.GetProperty("code")
            .GetString()!;

    private static async Task<FormReply> CommandAsync(
        Scenario scenario,
        string id,
        bool isPage,
        string person = First
    )
    {
        using var form = new FormUrlEncodedContent([
            new("id", id),
            new("reason", "Handed over in person"),
            new("approver", person),
        ]);
        return await new PostedForm(scenario.World).PostAsync<CycleCommandFunction>(
            form,
            isPage,
            (function, request) =>
                function.RunAsync(
                    request,
                    scenario.World.Client,
                    scenario.Cycle.Value,
                    "issue-access-code",
                    Scenario.Cancel
                )
        );
    }

    private static Task<FormReply> PostAsync(
        Scenario scenario,
        params (string Name, string Value)[] fields
    ) => PostAsync(scenario, nameof(DecisionVerdict.Approve), "same-origin", fields);

    private static async Task<FormReply> PostAsync(
        Scenario scenario,
        string verdict,
        string site,
        (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("verdict", verdict),
            new("dossierHash", (await scenario.StateAsync()).Dossiers[1]),
            new("round", "1"),
            new("rules", Quorum.Version.ToString(CultureInfo.InvariantCulture)),
        ]);
        return await new PostedForm(scenario.World).PostAsync<DecideFunction>(
            form,
            isPage: false,
            (function, request) =>
            {
                request.Headers["Sec-Fetch-Site"] = site;
                return function.RunAsync(
                    request,
                    scenario.World.Client,
                    TokenOf(scenario),
                    Scenario.Cancel
                );
            }
        );
    }

    private static async Task<string> DigitsAsync(Scenario scenario) =>
        Regex
            .Match(
                (
                    await new PostedForm(scenario.World).GetAsync<DecisionPageFunction>(
                        isPage: true,
                        (function, request) =>
                            function.RunAsync(request, TokenOf(scenario), Scenario.Cancel)
                    )
                ).Body,
                "class=\"digits\">([0-9]{4})<"
            )
            .Groups[1]
            .Value;

    private static string TokenOf(Scenario scenario) =>
        new Local.Rehearsal.People.ReceivedMail(
            "x",
            scenario
                .Sent.First(mail =>
                    mail.Id.EndsWith($"~{First}", StringComparison.Ordinal)
                    && mail.Text.Contains("/a/", StringComparison.Ordinal)
                )
                .Text
        )
            .Link!
            .Segments[^1];

    private static async Task<IReadOnlyList<CycleEvent.AccessCodeFailed>> FailedAsync(
        Scenario scenario
    ) => [.. await scenario.EventsAsync<CycleEvent.AccessCodeFailed>(scenario.Cycle.Stream)];

    private static IReadOnlyList<string> Told(Scenario scenario) =>
        [
            .. scenario
                .Sent.Where(mail => mail.Id.Contains("~wrong-codes-", StringComparison.Ordinal))
                .Select(mail => mail.Id.Split('~')[^1]),
        ];

    private sealed class SignedIn : IStaffAccess
    {
        public string? Address { get; set; }

        public StaffMember? Find(HttpContext context) => null;

        public string? AddressOf(HttpContext context) => Address;

        public string? SignInAddress(HttpRequest request) => "/sign-in";
    }
}
