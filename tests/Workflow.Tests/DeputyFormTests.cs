using System.Net;
using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Operations;
using ProgramReview.Local.Rehearsal.People;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>The forms by which an approver names a deputy and takes one back, as a browser without script posts them.</summary>
public sealed partial class DeputyFormTests
{
    private const string Address = "substitute@elsewhere.example";

    [Fact]
    public async Task A_Listed_Deputy_Is_Named_And_Taken_Back_By_The_Form()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                Deputies = [new("first", [Person("stand-in")])],
            }
        );
        var wrong = await PostAsync(scenario, "first", "0000", ("deputy", "stand-in"));
        var page = await FollowAsync(scenario, "first", wrong);

        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        Assert.Empty((await RoundAsync(scenario)).Deputies);
        await PostAsync(scenario, "first", null, ("deputy", "stand-in"));
        Assert.Equal("stand-in", (await RoundAsync(scenario)).DeputyOf("first")?.Person);
        await PostAsync(scenario, "first", null, ("revoke", "stand-in"));
        Assert.Null((await RoundAsync(scenario)).DeputyOf("first"));
        Assert.Contains(nameof(DeputyRevokedLetter), await scenario.MailsToAsync("stand-in"));
    }

    [Fact]
    public async Task Where_The_Plan_Lets_Anyone_Be_Named_They_Answer_And_Can_Be_Forgotten()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                DeputyChoice = DeputyChoice.Anyone,
            }
        );
        var digits = await DigitsAsync(scenario, "first");

        // Pressed twice.
        await NameAsync(scenario, "first", Address, digits);
        await NameAsync(scenario, "first", Address, digits);
        await scenario.SettleAsync();

        var named = Assert.Single(
            await scenario.EventsAsync<CycleEvent.DeputyNamed>(scenario.Cycle.Stream)
        );
        Assert.Equal(("first", "first-2", "first"), (named.Seat, named.Person, named.By));
        Assert.Contains(nameof(DeputyRequestLetter), await scenario.MailsToAsync("first-2"));
        Assert.Contains(nameof(DeputyNamedLetter), await scenario.MailsToAsync("first"));
        Assert.Contains(nameof(DeputyNamedLetter), await scenario.MailsToAsync("operations"));
        Assert.DoesNotContain(
            await scenario.EntriesAsync(scenario.Cycle.Stream),
            entry =>
                entry.Body.Contains("elsewhere", StringComparison.OrdinalIgnoreCase)
                || entry.Body.Contains("Substitute", StringComparison.Ordinal)
        );
        Assert.Equal("contact-needed", await EraseAsync(scenario, "early"));

        // The deputy's own link leads to the page, where they name nobody.
        var page = await FollowAsync(scenario, "first-2", new FormReply(303, "/a/", ""));
        Assert.DoesNotContain("/deputy", page.Body, StringComparison.Ordinal);
        await scenario.ApproveAsync("second");
        Assert.Null(await scenario.DecideSilentlyAsync("first", "first-2"));
        await scenario.SettleAsync();

        // Named by an approver, it waits for nobody.
        Assert.Equal(RoundOutcome.Approved, (await RoundAsync(scenario)).Outcome);
        await scenario.AssertSoundAsync();
        Assert.Null(await EraseAsync(scenario, "late"));
        Assert.Empty(await scenario.ContactsAsync());
        Assert.Empty((await scenario.VerifyAsync()).Faults);
    }

    [Theory]
    [InlineData("second@small.example", "seat-taken")]
    [InlineData("STAND-IN@small.example", "seat-taken")]
    [InlineData("no address", "address-unfit")]
    public async Task Who_Has_A_Seat_Or_No_Address_Is_Not_Named_And_What_Was_Typed_Stays(
        string address,
        string code
    )
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                DeputyChoice = DeputyChoice.Anyone,
                Deputies = [new("second", [Person("stand-in")])],
            }
        );

        var reply = await NameAsync(
            scenario,
            "first",
            address,
            await DigitsAsync(scenario, "first")
        );
        var page = await FollowAsync(scenario, "first", reply);

        Assert.Empty((await RoundAsync(scenario)).Deputies);
        Assert.Contains(
            $"value=\"{address}\"",
            WebUtility.HtmlDecode(page.Body),
            StringComparison.Ordinal
        );
        Assert.Equal(
            code,
            (
                await NameAsync(
                    scenario,
                    "first",
                    address,
                    await DigitsAsync(scenario, "first"),
                    isPage: false
                )
            ).Code
        );
        Assert.Empty(await scenario.ContactsAsync());
    }

    [Fact]
    public async Task Nobody_Is_Named_Whom_The_Plan_Does_Not_List_Unless_It_Says_So()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan => plan);

        var reply = await NameAsync(
            scenario,
            "first",
            Address,
            await DigitsAsync(scenario, "first"),
            isPage: false
        );

        Assert.Equal("deputy-not-listed", reply.Code);
    }

    [Fact]
    public async Task Two_Approvers_Cannot_Name_The_Same_Mailbox()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                DeputyChoice = DeputyChoice.Anyone,
            }
        );
        await NameAsync(scenario, "first", Address, await DigitsAsync(scenario, "first"));

        var reply = await NameAsync(
            scenario,
            "second",
            Address.ToUpperInvariant(),
            await DigitsAsync(scenario, "second"),
            isPage: false
        );

        Assert.Equal("seat-taken", reply.Code);
    }

    [Fact]
    public async Task Whom_Somebody_Named_Whom_Operations_Put_In_Counts_On_Operations_Word()
    {
        await using var scenario = await Scenario.InApprovalAsync(plan =>
            plan with
            {
                DeputyChoice = DeputyChoice.Anyone,
            }
        );
        Assert.IsType<CommandAnswer.Done>(
            await scenario.Pages.CommandAsync(
                scenario.Cycle,
                "put-in",
                new Command.ReplaceApprover(
                    "first",
                    "The new first",
                    "new-first@small.example",
                    Language.En,
                    "Lan",
                    "Lan",
                    "Retired"
                ),
                null,
                Scenario.Cancel
            )
        );
        await scenario.SettleAsync();
        await NameAsync(scenario, "first-2", Address, await DigitsAsync(scenario, "first-2"));
        Assert.Null(await scenario.DecideSilentlyAsync("first", "first-3"));

        var answer = (await RoundAsync(scenario)).AnswerOf("first")!;
        Assert.Equal("first-3", answer.Person);
        Assert.IsType<CycleEvent.SeatPassed>(answer.Order?.Event);
        Assert.False(answer.Counts(scenario.Now.AddDays(9)));
    }

    private static async Task<string?> EraseAsync(Scenario scenario, string id) =>
        (await scenario.EraseAsync("first-2", id) as CommandAnswer.Refused)?.Why.Code;

    private static async Task<RoundState> RoundAsync(Scenario scenario) =>
        (await scenario.StateAsync()).Round(1)!;

    private static Task<FormReply> NameAsync(
        Scenario scenario,
        string person,
        string address,
        string digits,
        bool isPage = true
    ) =>
        SendAsync(
            scenario,
            person,
            isPage,
            ("name", "The Substitute"),
            ("email", address),
            ("language", "vi"),
            ("id", "press"),
            ("confirmation", digits)
        );

    private static async Task<FormReply> PostAsync(
        Scenario scenario,
        string person,
        string? digits,
        (string Name, string Value) field
    ) =>
        await SendAsync(
            scenario,
            person,
            isPage: true,
            field,
            ("confirmation", digits ?? await DigitsAsync(scenario, person))
        );

    private static Task<FormReply> SendAsync(
        Scenario scenario,
        string person,
        bool isPage,
        params (string Name, string Value)[] fields
    ) =>
        new PostedForm(scenario.World).PostAsync<DeputyFunction>(
            new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            ),
            isPage,
            (function, request) =>
            {
                var token = TokenOf(scenario, person);
                request.Path = $"/a/{token}/deputy";
                return function.RunAsync(request, scenario.World.Client, token, Scenario.Cancel);
            }
        );

    private static Task<FormReply> FollowAsync(
        Scenario scenario,
        string person,
        FormReply posted
    ) =>
        new PostedForm(scenario.World).FollowAsync<DecisionPageFunction>(
            posted,
            (function, request) =>
                function.RunAsync(request, TokenOf(scenario, person), Scenario.Cancel)
        );

    private static async Task<string> DigitsAsync(Scenario scenario, string person) =>
        Digits()
            .Match((await FollowAsync(scenario, person, new FormReply(303, "/a/", ""))).Body)
            .Groups[1]
            .Value;

    [GeneratedRegex("class=\"digits\">([0-9]{4})<")]
    private static partial Regex Digits();

    private static string TokenOf(Scenario scenario, string person) =>
        scenario
            .Sent.Where(mail => mail.Id.EndsWith($"~{person}", StringComparison.Ordinal))
            .Select(mail => new ReceivedMail(mail.Id, mail.Text).Link)
            .Last(link => link is { Segments: [_, "a/", ..] })!
            .Segments[^1];
}
