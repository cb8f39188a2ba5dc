using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

/// <summary>The duty to report passes to another person while the cycle runs.</summary>
public sealed class ReassignTests
{
    private const string Former = "alpha-officer";
    private const string Next = "alpha-officer-2";
    internal static readonly Command.Reassign ToThu = new(
        "",
        "Trần Thị Thu",
        "thu@small.example",
        Language.Vi,
        "Minh",
        "The office was filled anew"
    );

    [Fact]
    public async Task From_Then_On_The_Former_Contacts_Links_Are_Dead_And_The_New_One_Gets_Every_Letter()
    {
        await using var scenario = await Scenario.StartAsync();
        var former = scenario.TokenOf(scenario.Alpha);

        await scenario.DecideAsync(scenario.Alpha, ToThu);
        await scenario.ToDayAsync(6);

        Assert.False(await scenario.OpensAsync(former));
        Assert.True(await scenario.OpensAsync(scenario.TokenOf(scenario.Alpha)));
        Assert.Equal(
            [nameof(RequestLetter), nameof(DutyPassedLetter)],
            await scenario.MailsToAsync(Former)
        );
        Assert.Equal(
            [nameof(DutyTakenLetter), nameof(ReminderLetter), nameof(OverdueLetter)],
            await scenario.MailsToAsync(Next)
        );
        Assert.All(
            scenario.Sent.Where(mail => mail.Id.EndsWith($"~{Next}", StringComparison.Ordinal)),
            mail =>
                Assert.Equal(("thu@small.example", "Trần Thị Thu"), (mail.ToAddress, mail.ToName))
        );
        var told = scenario.Sent.Single(mail =>
            mail.Id.Contains("~command-", StringComparison.Ordinal)
            && mail.Id.EndsWith($"~{Former}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("/u/", told.Text + told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thu", told.Text, StringComparison.Ordinal);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_Was_Sent_Before_Stays_With_Its_Receipt_And_The_Next_Report_Is_Confirmed_To_The_New_Contact()
    {
        await using var scenario = await Scenario.StartAsync();
        var before = await scenario.UploadAsync(scenario.Alpha);
        await scenario.DecideAsync(scenario.Alpha, ToThu);

        Assert.Equal(
            before.BlobName,
            (await scenario.StateAsync(scenario.Alpha)).Counting("report")!.BlobName
        );
        Assert.Contains(
            before.FileName,
            await scenario.UploadPageAsync(scenario.Alpha),
            StringComparison.Ordinal
        );
        var after = await scenario.UploadAsync(scenario.Alpha);

        Assert.Equal((Former, Next), (before.Person, after.Person));
        Assert.Equal(
            [nameof(DutyTakenLetter), nameof(ReceivedLetter)],
            await scenario.MailsToAsync(Next)
        );
        foreach (
            var @event in await scenario.EventsAsync<AssignmentEvent.SubmissionRecorded>(
                scenario.Alpha.Stream
            )
        )
        {
            Assert.Equal(@event.Submission.Person, Receipt.Parse(@event.Receipt!).Person);
        }
        Assert.Empty((await scenario.VerifyAsync()).Faults);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Letter_Tells_How_The_Report_Stands_And_What_Was_Asked_For_Last()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ExtendAsync(scenario.Alpha, scenario.Day(6));
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(null, null, [], "Minh", "Page 4 is upside down")
        );

        await scenario.DecideAsync(scenario.Alpha, ToThu with { Language = Language.En });

        var letter = scenario.Sent[^1];
        Assert.EndsWith($"~{Next}", letter.Id, StringComparison.Ordinal);
        Assert.Contains("Page 4 is upside down", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Sun 8 Mar 2026, 08:00", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Former deadline: Sat 7 Mar 2026", letter.Text, StringComparison.Ordinal);
        Assert.Contains("State: Received on time", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ToThu.Reason, letter.Text, StringComparison.Ordinal);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Record_And_The_Histories_Say_That_It_Passed_And_Hold_Neither_Name_Nor_Address()
    {
        await using var scenario = await Scenario.StartAsync();
        var entry = await scenario.DecideAsync(scenario.Alpha, ToThu);
        await scenario.ToDayAsync(4);

        var kept = Assert.Single(await scenario.ContactsAsync());
        Assert.Equal(
            new CycleEvent.DutyPassed("alpha", Former, Next, kept.Hash, "Minh", ToThu.Reason),
            entry.Event
        );
        Assert.Equal(ToThu.Email, kept.ToPerson(Next).Email);
        var stored = new StringBuilder();
        foreach (
            var id in scenario
                .Plan.Assignments.Select(one => one.Stream)
                .Append(scenario.Cycle.Stream)
        )
        {
            foreach (var one in await scenario.EntriesAsync(id))
            {
                stored.AppendLine(one.Key + one.Body);
            }
        }
        await foreach (
            var instance in scenario.World.Client.GetAllInstancesAsync(new OrchestrationQuery())
        )
        {
            foreach (var line in await scenario.World.Engine.ReadHistoryAsync(instance.InstanceId))
            {
                stored.AppendLine(line);
            }
        }
        foreach (var mail in await scenario.OutboxAsync())
        {
            stored.AppendLine(mail.ToString());
        }
        Assert.DoesNotContain("thu@", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Thu", stored.ToString(), StringComparison.Ordinal);
        // The same person twice has two hashes: the random bits are fresh.
        Assert.NotEqual(
            kept.Hash,
            KeptContact.HashOf(
                KeptContact.DocumentOf(new byte[32], ToThu.Name, ToThu.Email, ToThu.Language!.Value)
            )
        );
    }

    [Fact]
    public async Task A_Double_Click_And_A_Retry_Add_Nothing()
    {
        await using var scenario = await Scenario.StartAsync();

        var first = await scenario.PressAsync(scenario.Alpha, ToThu, "one");
        var again = await scenario.PressAsync(scenario.Alpha, ToThu, "one");
        var other = await scenario.PressAsync(scenario.Alpha, ToThu, "two");

        Assert.Equal(first, again);
        Assert.Equal(new CommandAnswer.Refused(Refusal.Conflict("contact-same")), other);
        Assert.Single((await scenario.StateAsync()).Handovers);
        Assert.Single(await scenario.ContactsAsync());
        Assert.Equal([nameof(DutyTakenLetter)], await scenario.MailsToAsync(Next));
        await scenario.AssertSoundAsync();
    }

    [Theory]
    [InlineData("IContactStore.AddAsync", true)]
    [InlineData("IContactStore.AddAsync", false)]
    [InlineData("IEventStore.TryAppendAsync", true)]
    [InlineData("IEventStore.TryAppendAsync", false)]
    [InlineData("IOutbox.AddAsync", true)]
    [InlineData("IOutbox.AddAsync", false)]
    public async Task The_Same_Press_After_A_Crash_Finishes_What_Was_Left_Undone(
        string method,
        bool isBefore
    )
    {
        await using var scenario = await Scenario.StartAsync();
        void Break(Faults.PortCall call)
        {
            if (call.Method == method && call.Key.Contains("command-", StringComparison.Ordinal))
            {
                scenario.Faults.Before = scenario.Faults.After = _ => { };
                throw new OperationCanceledException("The process was killed.");
            }
        }
        if (isBefore)
        {
            scenario.Faults.Before = Break;
        }
        else
        {
            scenario.Faults.After = Break;
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scenario.PressAsync(scenario.Alpha, ToThu, "one")
        );

        await scenario.PressAsync(scenario.Alpha, ToThu, "one");

        Assert.Single((await scenario.StateAsync()).Handovers);
        Assert.Single(await scenario.ContactsAsync());
        Assert.Equal([nameof(DutyTakenLetter)], await scenario.MailsToAsync(Next));
        Assert.Equal(
            [nameof(RequestLetter), nameof(DutyPassedLetter)],
            await scenario.MailsToAsync(Former)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task What_A_Crash_Left_Untold_The_Sweep_Tells_And_Who_Was_Never_Named_Is_Erased()
    {
        await using var scenario = await Scenario.StartAsync();
        await WriteSilentlyAsync(scenario);
        await scenario
            .World.Get<IContactStore>()
            .AddAsync(
                new KeptContact(scenario.Cycle, "command-lost", "{}", scenario.Now),
                Scenario.Cancel
            );
        await scenario.ReconcileAsync();
        Assert.Empty(await scenario.MailsToAsync(Next));

        await scenario.ToAsync(scenario.Now.AddMinutes(10));
        await scenario.ReconcileAsync();
        await scenario.ReconcileAsync();

        Assert.Equal([nameof(DutyTakenLetter)], await scenario.MailsToAsync(Next));
        Assert.Equal(2, (await scenario.ContactsAsync()).Count);
        await scenario.ToDayAsync(2);
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        Assert.Equal("command-silent", Assert.Single(await scenario.ContactsAsync()).Key);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Two_In_A_Row_Leave_The_Last_One_With_The_Duty_And_Everybody_Before_Without()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = scenario.TokenOf(scenario.Alpha);
        await scenario.DecideAsync(scenario.Alpha, ToThu);
        var second = scenario.TokenOf(scenario.Alpha);

        // The first comes back: the same person, but another holder of the duty.
        await scenario.DecideAsync(
            scenario.Alpha,
            ToThu with
            {
                From = Next,
                Name = "Officer alpha-officer",
                Email = "alpha-officer@small.example",
            }
        );
        await scenario.ToDayAsync(3);

        Assert.False(await scenario.OpensAsync(first));
        Assert.False(await scenario.OpensAsync(second));
        Assert.True(await scenario.OpensAsync(scenario.TokenOf(scenario.Alpha)));
        Assert.Equal(
            [nameof(DutyTakenLetter), nameof(DutyPassedLetter)],
            await scenario.MailsToAsync(Next)
        );
        Assert.Equal(
            [nameof(DutyTakenLetter), nameof(ReminderLetter)],
            await scenario.MailsToAsync("alpha-officer-3")
        );
        var moved = await scenario.PressAsync(scenario.Alpha, ToThu with { From = Former });
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("contact-moved", by: "Minh")),
            moved
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Of_Two_At_Once_One_Is_Carried_Out_And_The_Other_Learns_Of_It()
    {
        await using var scenario = await Scenario.StartAsync();

        var answers = await Task.WhenAll(
            Press(ToThu with { From = Former }),
            Press(ToThu with { From = Former, Email = "an@small.example", By = "Lan" })
        );

        var done = Assert.Single(answers.OfType<CommandAnswer.Done>());
        var refused = Assert.Single(answers.OfType<CommandAnswer.Refused>());
        Assert.Equal(
            Refusal.Conflict("contact-moved", by: ((CycleEvent.DutyPassed)done.Entry.Event).By),
            refused.Why
        );
        await scenario.AssertSoundAsync();
        Task<CommandAnswer> Press(Command command) =>
            Task.Run(() => scenario.PressAsync(scenario.Alpha, command, $"p{command.By}"));
    }

    [Fact]
    public async Task Beside_A_Reissue_The_New_Contact_Ends_With_A_Link_And_The_Former_One_With_None()
    {
        await using var scenario = await Scenario.StartAsync();
        var isFirst = true;
        // The duty passes at the moment between the reissue's entry and its mails.
        scenario.Faults.After = call =>
        {
            if (isFirst && call.Key.StartsWith("command-again", StringComparison.Ordinal))
            {
                isFirst = false;
                scenario.PressAsync(scenario.Alpha, ToThu, "duty").GetAwaiter().GetResult();
            }
        };
        var former = scenario.TokenOf(scenario.Alpha);

        await scenario.PressAsync(
            scenario.Alpha,
            new Command.ReissueLinks("Minh", "Forwarded"),
            "again"
        );

        Assert.False(isFirst);
        Assert.False(await scenario.OpensAsync(former));
        Assert.True(await scenario.OpensAsync(scenario.TokenOf(scenario.Alpha)));
        Assert.EndsWith(
            $"~{Next}",
            scenario
                .Sent.Last(mail =>
                    mail.Id.StartsWith($"{scenario.Alpha}~", StringComparison.Ordinal)
                )
                .Id,
            StringComparison.Ordinal
        );
        await AssertOnlyHoldersHaveLiveLinksAsync(scenario);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Mails_That_Still_Waited_Go_To_The_New_Contact_With_A_Link_Of_Their_Own()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Faults.Before = call =>
        {
            if (call.Method == "IMailSender.SendAsync")
            {
                throw new IOException("The provider cannot be reached.");
            }
        };
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);
        await Assert.ThrowsAsync<IOException>(() => scenario.NoticeAsync(name));
        await scenario.PressAsync(scenario.Alpha, ToThu, "duty");
        Assert.Empty(await scenario.MailsToAsync(Next));

        scenario.Faults.Before = _ => { };
        await scenario.ToAsync(scenario.Now.AddHours(4));
        await scenario
            .World.Get<DailyReconciler>()
            .LookAsync(scenario.World.Client, Scenario.Cancel);
        await scenario.SettleAsync();

        Assert.Equal(
            [nameof(RequestLetter), nameof(DutyPassedLetter)],
            await scenario.MailsToAsync(Former)
        );
        Assert.Equal(
            [nameof(DutyTakenLetter), nameof(ReceivedLetter)],
            (await scenario.MailsToAsync(Next)).Order()
        );
        await AssertOnlyHoldersHaveLiveLinksAsync(scenario);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Letter_That_Is_On_Its_Way_At_That_Moment_Holds_A_Dead_Link()
    {
        await using var scenario = await Scenario.StartAsync();
        var isFirst = true;
        scenario.Faults.Before = call =>
        {
            if (
                isFirst
                && call.Method == "IMailSender.SendAsync"
                && call.Key.Contains("~reminder-", StringComparison.Ordinal)
                && call.Key.EndsWith($"~{Former}", StringComparison.Ordinal)
            )
            {
                isFirst = false;
                // Its engine must not be asked to run from inside itself.
                scenario
                    .World.Get<ReassignHandler>()
                    .RunAsync(scenario.Cycle, scenario.Alpha, "duty", ToThu, Scenario.Cancel)
                    .GetAwaiter()
                    .GetResult();
            }
        };

        await scenario.ToDayAsync(3.5);

        Assert.False(isFirst);
        Assert.Contains(nameof(ReminderLetter), await scenario.MailsToAsync(Former));
        await AssertOnlyHoldersHaveLiveLinksAsync(scenario);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Former_Contact_Learns_It_From_The_Page_In_Their_Language_And_Cannot_Have_A_Fresh_Link()
    {
        await using var scenario = await Scenario.StartAsync(change: plan =>
            plan with
            {
                Bodies =
                [
                    .. plan.Bodies.Select(body =>
                        body with
                        {
                            Contacts =
                            [
                                .. body.Contacts.Select(one => one with { Language = Language.Hi }),
                            ],
                        }
                    ),
                ],
            }
        );
        var former = scenario.TokenOf(scenario.Alpha);
        await scenario.DecideAsync(scenario.Alpha, ToThu);
        var problem = scenario.World.Get<LinkProblem>();
        var reader = new DefaultHttpContext();
        reader.Request.Method = "GET";
        var program = new DefaultHttpContext();
        program.Request.Method = "POST";

        var page = Assert.IsType<PageResult>(await problem.AnswerAsync(reader.Request, former));
        await scenario.World.Get<FreshLinks>().SendAsync(former, Scenario.Cancel);

        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Equal(410, page.Status);
        Assert.Contains("lang=\"hi\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(Text.Get(Language.Hi, "link.passed.title"), html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thu", html, StringComparison.Ordinal);
        Assert.Equal(
            [nameof(RequestLetter), nameof(DutyPassedLetter)],
            await scenario.MailsToAsync(Former)
        );
        var answer = Assert.IsAssignableFrom<IStatusCodeHttpResult>(
            await problem.AnswerAsync(program.Request, former)
        );
        Assert.Equal(410, answer.StatusCode);
    }

    [Fact]
    public async Task Who_Takes_Over_Before_A_Report_Opens_Is_Asked_When_It_Does()
    {
        await using var scenario = await Scenario.StartAsync();

        await scenario.DecideAsync(scenario.Consolidated, ToThu);
        Assert.Empty(await scenario.MailsToAsync("office-officer-2"));
        await scenario.ToDayAsync(8.5);

        Assert.Equal([nameof(RequestLetter)], await scenario.MailsToAsync("office-officer-2"));
        Assert.Equal([nameof(DutyPassedLetter)], await scenario.MailsToAsync("office-officer"));
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Changes_Asked_For_After_The_Close_And_The_End_Of_The_Cycle_Reach_Whoever_Is_There_Then()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        await scenario.DecideAsync(scenario.Alpha, ToThu);
        await scenario.AskForChangesAsync("first", "The annex is missing", scenario.Alpha);
        await scenario.AskForChangesAsync("second", "The annex is missing", scenario.Alpha);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ApproveAsync("first", round: 2);
        await scenario.ApproveAsync("second", round: 2);

        Assert.Equal(CycleOutcome.Published, (await scenario.StateAsync()).End!.Outcome);
        Assert.Equal(
            [
                nameof(DutyTakenLetter),
                nameof(ChangesAskedLetter),
                nameof(ReceivedLetter),
                nameof(PublishedLetter),
            ],
            await scenario.MailsToAsync(Next)
        );
        Assert.DoesNotContain(nameof(PublishedLetter), await scenario.MailsToAsync(Former));
        Assert.Equal(
            new CommandAnswer.Refused(Refusal.Conflict("cycle-ended")),
            await scenario.PressAsync(scenario.Alpha, ToThu)
        );
        await scenario.AssertSoundAsync();
    }

    /// <summary>The contact is kept and the handover on record; the program stopped before it mailed.</summary>
    private static async Task WriteSilentlyAsync(Scenario scenario)
    {
        var isBroken = true;
        scenario.Faults.After = call =>
        {
            if (isBroken && call.Key.StartsWith("command-silent in ", StringComparison.Ordinal))
            {
                isBroken = false;
                throw new OperationCanceledException("The process was killed.");
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            scenario.PressAsync(scenario.Alpha, ToThu, "silent")
        );
    }

    /// <summary>Of all links ever mailed only those of the present contact open anything.</summary>
    private static async Task AssertOnlyHoldersHaveLiveLinksAsync(Scenario scenario)
    {
        var addresses = scenario.World.Get<LinkAddresses>();
        var state = await scenario.StateAsync();
        var live = 0;
        foreach (
            var mail in (await scenario.OutboxAsync()).Where(mail =>
                mail is { LinkId: not null, Link: LinkPurpose.Upload }
            )
        )
        {
            var token = addresses.Of(LinkPurpose.Upload, mail.LinkId!).Segments[^1];
            var isHolder =
                state.HolderNow(AssignmentId.Parse(mail.Subject).Body, mail.Person) == mail.Person;
            var opens = await scenario.OpensAsync(token);
            Assert.True(isHolder || !opens, mail.Id);
            live += opens && mail.Person == Next ? 1 : 0;
        }
        Assert.InRange(live, 1, int.MaxValue);
    }
}
