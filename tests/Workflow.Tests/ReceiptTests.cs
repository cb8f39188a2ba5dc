using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Workflow.Tests;

/// <summary>Every attempt leaves exactly one receipt, signed with a real key and bound to its place in the chain.</summary>
public sealed class ReceiptTests : IDisposable
{
    private readonly string keys = Path.Combine(
        Directory.CreateTempSubdirectory("receipts").FullName,
        "receipt-keys.json"
    );

    public ReceiptTests()
    {
        File.WriteAllBytes(keys, ReceiptKeyFile.Create().ToBytes());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(keys)!, recursive: true);

    [Fact]
    public async Task A_Stored_File_Has_One_Genuine_Receipt_Whoever_Tells_Of_It_And_However_Often()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);

        var first = await scenario.NoticeAsync(name, Channel.BlobCreated);
        await scenario.ToDayAsync(3);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var again = await scenario.NoticeAsync(name, channel);
            Assert.Equal(first, again);
        }
        await scenario.ReconcileAsync();

        var entry = Assert.Single(await AttemptsAsync(scenario, scenario.Alpha));
        Assert.Equal(first, entry);
        var receipt = await AssertBoundAsync(scenario, entry);
        var submission = ((AssignmentEvent.SubmissionRecorded)entry.Event).Submission;
        Assert.Equal(submission.Sha256, receipt.File.Sha256);
        Assert.Equal(submission.Judgement.Committed, receipt.Instants.Committed);
        Assert.Equal(Channel.BlobCreated, receipt.Channel);
        Assert.Equal(scenario.Day(2), receipt.Instants.Permitted);
        Assert.Null(receipt.File.BrowserSha256);
        var mail = Assert.Single(
            scenario.Sent,
            mail => mail.Id.Contains("~received-", StringComparison.Ordinal)
        );
        var file = Assert.Single(mail.Attachments);
        var bundle = ReceiptBundle.Read(file.Content.ToArray())!;
        Assert.IsType<ReceiptCheck.Genuine>(ReceiptCheck.Of(bundle.Jws, bundle.Keys));
        Assert.Equal(Jws(entry), bundle.Jws);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Those_Who_Tell_Of_It_At_Once_All_Get_The_Same_Receipt()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        var name = await scenario.PutSilentlyAsync(scenario.Alpha);

        var told = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => scenario.NoticeAsync(name)))
        );

        var entry = Assert.Single(await AttemptsAsync(scenario, scenario.Alpha));
        Assert.All(told, one => Assert.Equal(entry, one));
        await AssertBoundAsync(scenario, entry);
    }

    [Fact]
    public async Task Who_Loses_The_Race_For_A_Place_In_The_Chain_Signs_Anew_For_The_Next()
    {
        Entry? intruder = null;
        Scenario? running = null;
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
            {
                if (
                    intruder is null
                    && call.Method == "IEventStore.TryAppendAsync"
                    && call.Key.StartsWith("submission-", StringComparison.Ordinal)
                )
                {
                    intruder = Intrude(running!);
                }
            }
        );
        running = scenario;
        await scenario.ToDayAsync(2);

        await scenario.UploadAsync(scenario.Alpha);

        var entry = Assert.Single(await AttemptsAsync(scenario, scenario.Alpha));
        var receipt = await AssertBoundAsync(scenario, entry);
        Assert.Equal(intruder!.Hash, receipt.ChainHead.Hash);
        Assert.Equal(intruder.Sequence + 1, entry.Sequence);
    }

    [Fact]
    public async Task A_New_Version_Names_The_One_It_Replaces()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Scenario.Photo);
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(3);
        await scenario.UploadAsync(scenario.Alpha);

        var entries = (await scenario.EntriesAsync(scenario.Alpha.Stream))
            .Where(entry => Jws(entry) is not null)
            .ToList();
        var receipts = new List<Receipt>();
        foreach (var entry in entries)
        {
            receipts.Add(await AssertBoundAsync(scenario, entry));
        }
        // The photo has one receipt; each of the others one of its storing and one of its check.
        Assert.Equal(
            [null, null, null, null, ReceiptNumber.Of(entries[1])],
            receipts.Select(receipt => receipt.Replaces)
        );
        Assert.Equal(
            [false, null, true, null, true],
            receipts.Select(receipt => receipt.Acceptance.Accepted)
        );
        Assert.Equal(
            [null, null, receipts[1].Number, null, receipts[3].Number],
            receipts.Select(receipt => receipt.Follows)
        );
    }

    [Fact]
    public async Task One_Second_Late_Is_A_Receipt_With_The_Bytes_And_The_Refusal()
    {
        await using var scenario = await StartAsync();
        await scenario.ToAsync(scenario.Day(7).AddSeconds(-1));
        var slow = Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Beta));
        scenario.World.Clock.AdvanceTo(scenario.Day(7));
        await scenario.FinishSlowUploadAsync(slow.BlobName);
        await scenario.SettleAsync();

        var receipt = await AssertBoundAsync(
            scenario,
            Assert.Single(await AttemptsAsync(scenario, scenario.Beta))
        );
        Assert.Equal(ReceiptAttempt.BytesStored, receipt.Attempt);
        Assert.Equal(TimelinessVerdict.Refused, receipt.Timeliness!.Verdict);
        Assert.Equal(TimelinessReason.AfterCloses, receipt.Timeliness.Reason);
        Assert.Equal(ReceiptInstantKind.Commit, receipt.Timeliness.InstantOf);
        Assert.NotNull(receipt.File.Sha256);
    }

    [Fact]
    public async Task Each_Refused_Request_Has_A_Receipt_And_At_Most_One_Mail_A_Day_For_Each_Reason()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(8);

        var answers = new List<UploadPermission.Refused>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            answers.Add(
                Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Gamma))
            );
        }
        await scenario.ToDayAsync(9);
        await scenario.AskAsync(scenario.Gamma);

        var entries = await AttemptsAsync(scenario, scenario.Gamma);
        Assert.Equal(4, entries.Count);
        Assert.Equal(answers.Select(answer => answer.Entry), entries.Take(3));
        foreach (var entry in entries)
        {
            var receipt = await AssertBoundAsync(scenario, entry);
            Assert.Equal(ReceiptAttempt.NoBytesStored, receipt.Attempt);
            Assert.Equal(["closed"], receipt.Acceptance.Findings);
            Assert.Equal(ReceiptInstantKind.Request, receipt.Timeliness!.InstantOf);
            Assert.Equal(TimelinessVerdict.Refused, receipt.Timeliness.Verdict);
        }
        var mails = scenario
            .Sent.Where(mail =>
                mail.Id.Contains("~refused-report-closed-", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Equal(2, mails.Count);
        Assert.Equal(
            Jws(entries[0]),
            ReceiptBundle.Read(Assert.Single(mails[0].Attachments).Content.ToArray())!.Jws
        );
        var page = await scenario.UploadPageAsync(scenario.Gamma);
        Assert.All(
            entries,
            entry => Assert.Contains(ReceiptNumber.Of(entry), page, StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task The_Eleventh_Equal_Refusal_Within_An_Hour_Adds_Nothing_And_Names_The_Latest_Receipt()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(8);

        for (var attempt = 0; attempt < AskingPace.RefusalsAnHour; attempt++)
        {
            await scenario.AskAsync(scenario.Gamma);
        }
        var more = Assert.IsType<UploadPermission.Refused>(await scenario.AskAsync(scenario.Gamma));

        var entries = await AttemptsAsync(scenario, scenario.Gamma);
        Assert.Equal(AskingPace.RefusalsAnHour, entries.Count);
        Assert.Equal(("closed", false), (more.Why.Code, more.IsRecorded));
        Assert.Equal(entries[^1], more.Entry);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Whoever_Asks_On_And_On_Is_Paused_And_The_Record_Stops_Growing()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        for (var asked = 0; asked < AskingPace.Free; asked++)
        {
            Assert.IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Alpha));
        }

        var paused = Assert.IsType<UploadPermission.Paused>(
            await scenario.AskAsync(scenario.Alpha)
        );

        Assert.InRange(paused.Seconds, 1, (long)AskingPace.PauseFar.TotalSeconds);
        var held = await scenario.HeldLinkAsync(scenario.Alpha.ToString(), LinkPurpose.Upload);
        var page = await scenario
            .World.Get<UploadView>()
            .ShowAsync(Scenario.Look, held, paused, Scenario.Cancel);
        Assert.Equal(429, page.Status);
        Assert.Contains(
            Text.Get(Language.En, "upload.paused", "|").Split('|')[0],
            System.Net.WebUtility.HtmlDecode(page.Html),
            StringComparison.Ordinal
        );
        Assert.Equal(
            AskingPace.Free,
            (
                await scenario.EventsAsync<AssignmentEvent.UploadPermitted>(scenario.Alpha.Stream)
            ).Count
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Mail_Server_That_Is_Down_Does_Not_Keep_A_Refusal_From_Being_Answered()
    {
        await using var scenario = await StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Key.Contains("~refused-", StringComparison.Ordinal))
                {
                    throw new IOException("The mail server is down.");
                }
            }
        );
        await scenario.ToDayAsync(8);

        var refused = Assert.IsType<UploadPermission.Refused>(
            await scenario.AskAsync(scenario.Gamma)
        );

        await AssertBoundAsync(scenario, refused.Entry);
    }

    [Fact]
    public async Task A_Granted_Permission_Is_On_Record_But_Is_No_Attempt()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);

        await scenario.AskAsync(scenario.Alpha);

        Assert.Empty(await AttemptsAsync(scenario, scenario.Alpha));
        Assert.Single(
            await scenario.EventsAsync<AssignmentEvent.UploadPermitted>(scenario.Alpha.Stream)
        );
    }

    private Task<Scenario> StartAsync(Action<Faults>? faults = null) =>
        Scenario.StartAsync(
            faults,
            services: services =>
                services.AddSingleton<IReceiptSigner>(
                    new FileReceiptSigner(Options.Create(new ReceiptOptions { KeyFile = keys }))
                )
        );

    private static async Task<IReadOnlyList<Entry>> AttemptsAsync(
        Scenario scenario,
        AssignmentId assignment
    ) =>
        [
            .. (await scenario.EntriesAsync(assignment.Stream)).Where(entry =>
                entry.Event is AssignmentEvent.SubmissionRecorded or AssignmentEvent.AttemptRefused
            ),
        ];

    private static string? Jws(Entry entry) =>
        entry.Event switch
        {
            AssignmentEvent.SubmissionRecorded recorded => recorded.Receipt,
            AssignmentEvent.Checked said => said.Receipt,
            AssignmentEvent.AttemptRefused refused => refused.Receipt,
            _ => null,
        };

    /// <summary>The receipt is genuine and quotes the very entry before its own.</summary>
    private static async Task<Receipt> AssertBoundAsync(Scenario scenario, Entry entry)
    {
        var published = await scenario.World.Get<IReceiptSigner>().PublicKeysAsync(Scenario.Cancel);
        var genuine = Assert.IsType<ReceiptCheck.Genuine>(ReceiptCheck.Of(Jws(entry)!, published));
        var receipt = Assert.IsType<Receipt>(genuine.Content);
        Assert.Equal(ReceiptNumber.Of(entry), receipt.Number);
        Assert.Equal(entry.PreviousHash, receipt.ChainHead.Hash);
        Assert.Equal(entry.Sequence - 1, receipt.ChainHead.Sequence);
        return receipt;
    }

    // Somebody else takes the place that the receipt was signed for.
    private static Entry Intrude(Scenario scenario)
    {
        var record = scenario.World.Get<Local.InMemory.InMemoryEventStore>();
        var stream = scenario.Alpha.Stream;
        var last = record.ReadAsync(stream, Scenario.Cancel).Result[^1];
        var entry = Chain.Next(
            stream,
            last,
            scenario.Now,
            "intruder",
            new AssignmentEvent.UploadPermitted(
                1,
                "report",
                "other",
                "other",
                "other",
                scenario.Now
            )
        );
        Assert.True(record.TryAppendAsync(entry, Scenario.Cancel).Result);
        return entry;
    }
}
