using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Workflow.Tests;

/// <summary>The signed papers of a round as they come to be and are handed out.</summary>
public sealed class RoundPaperTests
{
    [Fact]
    public async Task An_Answer_Has_One_Receipt_Bound_To_Its_Entry_And_It_Is_Mailed_Once()
    {
        await using var scenario = await StartAsync();
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("first");

        var entry = await EntryAsync<CycleEvent.Decided>(scenario);
        var decided = (CycleEvent.Decided)entry.Event;
        var receipt = Assert.IsType<AnswerReceipt>(SignedText.Parse(decided.Receipt!));
        Assert.Equal(ReceiptNumber.Of(entry), receipt.Number);
        Assert.Equal(entry.PreviousHash, receipt.ChainHead.Hash);
        Assert.Equal(
            (decided.DossierHash, 1, Quorum.Version),
            (receipt.DossierHash, receipt.Round, receipt.RuleVersion)
        );
        var mail = Assert.Single(
            scenario.Sent,
            mail => mail.Id.Contains("-answered-1~first", StringComparison.Ordinal)
        );
        Assert.Equal($"answer-{entry.Stream}-{entry.Sequence}.json", FileOf(mail));
    }

    [Fact]
    public async Task A_Round_Ends_With_A_Result_That_Names_Every_Answer()
    {
        await using var scenario = await StartAsync();
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("third");
        await scenario.SettleAsync();

        var entry = await EntryAsync<CycleEvent.RoundEnded>(scenario);
        var result = Assert.IsType<RoundResult>(
            SignedText.Parse(((CycleEvent.RoundEnded)entry.Event).Result!)
        );
        Assert.Equal(ReceiptNumber.Of(entry), result.Number);
        Assert.Equal(entry.PreviousHash, result.ChainHead.Hash);
        Assert.Equal(RoundOutcome.Approved, result.Outcome);
        Assert.Equal(["first", "third"], result.Answers.Select(answer => answer.Approver));
        var stage = Assert.Single(result.Stages);
        Assert.Equal((3, 2, 2, 1), (stage.Base, stage.Needed, stage.Approvals, stage.Unanswered));
    }

    [Fact]
    public async Task Each_Approver_Gets_Their_Own_Receipt_And_All_The_Result()
    {
        await using var scenario = await StartAsync();
        Assert.NotEqual(200, (await PaperAsync(scenario, RoundPapers.Answer)).Status);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("third");
        await scenario.SettleAsync();

        var result = await PaperAsync(scenario, RoundPapers.Result);
        var answer = await PaperAsync(scenario, RoundPapers.Answer);
        var other = await PaperAsync(scenario, "else");

        Assert.Equal((200, 200, false), (result.Status, answer.Status, other.Status == 200));
        Assert.Contains("\"receipt\"", answer.Body, StringComparison.Ordinal);
        Assert.NotEqual(answer.Body, result.Body);
    }

    [Fact]
    public async Task Whoever_Confirms_Is_Seen_By_Operations_And_Has_Decided_Nothing()
    {
        await using var scenario = await StartAsync();
        var link = await scenario.LinkOfAsync("1", LinkPurpose.Decide);
        var digits = scenario
            .World.Get<LinkTokens>()
            .ConfirmationOf(link.Id, (await scenario.StateAsync()).Dossiers[1]);
        async Task<IReadOnlyList<string>> ConfirmAsync(string typed)
        {
            using var form = new FormUrlEncodedContent([new("confirmation", typed)]);
            var reply = await new PostedForm(scenario.World).PostAsync<RequestSeenFunction>(
                form,
                isPage: true,
                (function, request) =>
                    function.RunAsync(request, TokenOf(scenario), Scenario.Cancel)
            );
            Assert.Equal(303, reply.Status);
            return (await scenario.StateAsync()).CurrentRound!.Seen;
        }

        Assert.Empty(await ConfirmAsync(""));
        Assert.Empty(await ConfirmAsync("0000"));
        Assert.Equal([link.Person], await ConfirmAsync(digits));
        Assert.Equal([link.Person], await ConfirmAsync(digits));
        Assert.Empty((await scenario.StateAsync()).CurrentRound!.Decisions);
    }

    private static async Task<Scenario> StartAsync()
    {
        var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        return scenario;
    }

    private static async Task<Entry> EntryAsync<T>(Scenario scenario)
        where T : CycleEvent =>
        Assert.Single(
            await scenario
                .World.Get<Functions.Events.IEventStore>()
                .ReadAsync(scenario.Cycle.Stream, Scenario.Cancel),
            entry => entry.Event is T
        );

    // The latest mail about the round is to the last approver of the plan.
    private static Task<FormReply> PaperAsync(Scenario scenario, string paper) =>
        new PostedForm(scenario.World).GetAsync<RoundPaperFunction>(
            isPage: false,
            (function, request) =>
                function.RunAsync(request, TokenOf(scenario), paper, Scenario.Cancel)
        );

    private static string TokenOf(Scenario scenario) =>
        new Local.Rehearsal.People.ReceivedMail(
            "x",
            scenario
                .Sent.Last(mail =>
                    mail.Id.StartsWith("1~", StringComparison.Ordinal)
                    && mail.Text.Contains("/a/", StringComparison.Ordinal)
                )
                .Text
        )
            .Link!
            .Segments[^1];

    private static string FileOf(OutgoingMail mail) => mail.Attachments.Single().FileName;
}
