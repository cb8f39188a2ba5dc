using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Watch;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

public sealed class AuditTests
{
    private static readonly Person Auditor = new(
        "auditor",
        new LocalizedText("Kiểm tra", "Auditor", "लेखा-परीक्षक"),
        "auditor@small.example",
        Language.En
    );

    [Fact]
    public async Task Every_Mail_That_Went_Out_Is_On_Record_Once_And_No_Address_Or_Link_With_It()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync(scenario.Gamma);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        var noted = new List<(string Kind, string Occasion, string Person, MailResult Result)>();
        foreach (var stream in scenario.Plan.Assignments.Select(id => id.Stream))
        {
            noted.AddRange(
                (await scenario.EventsAsync<AssignmentEvent.Mailed>(stream)).Select(mail =>
                    (mail.Kind, mail.Occasion, mail.Person, mail.Result)
                )
            );
        }
        noted.AddRange(
            (await scenario.EventsAsync<CycleEvent.Mailed>(scenario.Cycle.Stream)).Select(mail =>
                (mail.Kind, mail.Occasion, mail.Person, mail.Result)
            )
        );

        var rows = await scenario.OutboxAsync();
        Assert.Contains(rows, row => row.Outcome!.Status == MailStatus.NotNeeded);
        Assert.Equal(
            rows.Where(row => row.Outcome!.Status == MailStatus.Accepted)
                .Select(row =>
                    (row.Kind.ToString(), row.Id.Split('~')[1], row.Person, MailResult.Sent)
                )
                .Order(),
            noted.Order()
        );
        var text = string.Concat(
            (await scenario.EntriesAsync(scenario.Alpha.Stream)).Select(entry =>
                entry.Key + entry.Body
            )
        );
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.All(
            rows,
            row => Assert.DoesNotContain(row.LinkId ?? "?", text, StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_Dossier_That_Is_Compiled_In_A_Second_Try_Stands_On_The_Anchor_Of_The_First()
    {
        await using var scenario = await Scenario.StartAsync();
        var isFirst = true;
        scenario.Faults.After = call =>
        {
            if (isFirst && call.Key.StartsWith("anchored-round-1", StringComparison.Ordinal))
            {
                isFirst = false;
                scenario
                    .World.Get<Recorder>()
                    .WriteAsync(
                        scenario.Alpha.Stream,
                        "refused-meanwhile",
                        _ => new AssignmentEvent.AttemptRefused(
                            1,
                            "report",
                            "closed",
                            "alpha-officer",
                            null
                        ),
                        Scenario.Cancel
                    )
                    .GetAwaiter()
                    .GetResult();
                throw new IOException("The answer was lost.");
            }
        };
        await scenario.ReachApprovalAsync();
        await scenario.ToDayAsync(14.1);

        var entries = await scenario.EntriesAsync(scenario.Cycle.Stream);
        var anchor = entries
            .Select(entry => entry.Event)
            .OfType<CycleEvent.Anchored>()
            .Single(anchor => anchor.Cause == AnchorCause.Dossier);
        var dossier = await scenario.DossierAsync(1);
        var heads = await scenario
            .World.Get<AnchorWriter>()
            .FindHeadsAsync(scenario.Cycle, anchor.Root, Scenario.Cancel);
        Assert.False(isFirst);
        Assert.Equal(
            ChainHeads.Parse(heads!).Heads.Select(head => head.Hash).Order(),
            dossier.Reports.Select(part => part.ChainHead).Order()
        );
    }

    [Fact]
    public async Task The_Mails_At_The_End_Do_Not_Swell_The_Cycles_Own_Stream()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.ReachApprovalAsync();
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        Assert.Contains(
            await scenario.EventsAsync<AssignmentEvent.Mailed>(scenario.Alpha.Stream),
            mail => mail.Kind == nameof(PublishedLetter)
        );
        Assert.DoesNotContain(
            await scenario.EventsAsync<CycleEvent.Mailed>(scenario.Cycle.Stream),
            mail => mail.Person.Contains("alpha", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_Mail_Whose_Outcome_Was_Known_When_The_Program_Stopped_Is_Noted_By_The_Retry()
    {
        await using var scenario = await Scenario.StartAsync(faults =>
            faults.Before = call =>
            {
                if (call.Key.StartsWith("mail-", StringComparison.Ordinal))
                {
                    faults.FailOnce(call);
                }
            }
        );

        await scenario.ToDayAsync(1);

        Assert.Single(await scenario.EventsAsync<AssignmentEvent.Mailed>(scenario.Alpha.Stream));
        Assert.Distinct(scenario.Sent.Select(mail => mail.Id));
    }

    [Fact]
    public async Task A_Mail_That_No_Try_Could_Hand_Over_Is_On_Record_As_Given_Up_And_Later_As_Sent()
    {
        await using var scenario = await Scenario.StartAsync();
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = _ => throw new IOException("The provider cannot be reached.");
        await scenario.ToDayAsync(3.5);

        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<AggregateException>(() => ReconcileDailyAsync(scenario));
        }
        Assert.Equal([MailResult.GivenUp], await ReminderResultsAsync(scenario));

        post.Answer = accept;
        await ReconcileDailyAsync(scenario);
        await ReconcileDailyAsync(scenario);

        Assert.Equal([MailResult.GivenUp, MailResult.Sent], await ReminderResultsAsync(scenario));
    }

    [Fact]
    public async Task A_Day_Is_Anchored_Once_And_Only_If_Something_Happened()
    {
        await using var scenario = await Scenario.StartAsync();
        for (var hour = 0; hour < 48; hour++)
        {
            await scenario.ToAsync(scenario.Day(0).AddHours(hour));
            await AnchorAsync(scenario);
        }

        var anchor = Assert.Single(
            await scenario.EventsAsync<CycleEvent.Anchored>(scenario.Cycle.Stream)
        );
        Assert.Equal(new DateOnly(2026, 3, 1), anchor.Day);
        Assert.Equal(3, anchor.Streams);

        await scenario.UploadAsync(scenario.Alpha);
        await AnchorAsync(scenario);
        await AnchorAsync(scenario);

        Assert.Equal(
            2,
            (await scenario.EventsAsync<CycleEvent.Anchored>(scenario.Cycle.Stream)).Count
        );
    }

    [Fact]
    public async Task A_Cycle_Is_Anchored_Before_Each_Dossier_And_At_Its_End_And_Everything_Holds()
    {
        await using var scenario = await Scenario.StartAsync(change: WithAuditor);
        await scenario.ReachApprovalAsync();
        await AnchorAsync(scenario);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        var state = await scenario.StateAsync();
        Assert.Equal(
            [AnchorCause.Dossier, AnchorCause.Day, AnchorCause.End],
            state.Anchors.Select(anchor => anchor.Cause)
        );
        var dossier = await scenario.DossierAsync(1);
        Assert.Equal(state.Anchors.Take(1), dossier.Root.Anchors);
        var report = await VerifyAsync(scenario);
        Assert.Empty(report.Faults);
        Assert.Equal(3, report.Anchors);
        Assert.Equal(1, report.EntriesSince);
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task Auditors_Get_Every_Anchor_Once_With_What_It_Takes_To_Check()
    {
        await using var scenario = await Scenario.StartAsync(change: WithAuditor);
        await scenario.ReachApprovalAsync();
        await AnchorAsync(scenario);
        await AnchorAsync(scenario);
        await scenario.ApproveAsync("first");
        await scenario.ApproveAsync("second");

        var anchors = (await scenario.StateAsync()).Anchors;
        var letters = scenario.Sent.Where(mail => mail.ToAddress == Auditor.Email).ToList();
        Assert.Equal(anchors.Count, letters.Count);
        Assert.All(
            anchors.Zip(letters),
            pair =>
            {
                Assert.Contains(pair.First.Root, pair.Second.Text, StringComparison.Ordinal);
                Assert.Contains(pair.First.EntryHash, pair.Second.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_Broken_Mail_Provider_Does_Not_Keep_A_Day_From_Being_Anchored()
    {
        await using var scenario = await Scenario.StartAsync(change: WithAuditor);
        var post = scenario.World.Get<RecordingMailSender>();
        var accept = post.Answer;
        post.Answer = _ => throw new IOException("The provider cannot be reached.");

        await Assert.ThrowsAsync<AggregateException>(() => AnchorAsync(scenario));
        Assert.Single(await scenario.EventsAsync<CycleEvent.Anchored>(scenario.Cycle.Stream));

        post.Answer = accept;
        await AnchorAsync(scenario);
        Assert.Single(scenario.Sent, mail => mail.ToAddress == Auditor.Email);
    }

    [Fact]
    public async Task A_Row_That_Lags_Behind_Gives_An_Earlier_Head_Which_Holds_As_Well()
    {
        await using var scenario = await Scenario.StartAsync();
        var entries = await scenario.EntriesAsync(scenario.Alpha.Stream);
        var last = entries[^1];
        await scenario
            .World.Get<InMemoryEventStore>()
            .TryAppendAsync(
                Chain.Next(
                    last.Stream,
                    last,
                    last.RecordedAt,
                    "unseen",
                    new AssignmentEvent.Exempted("operator", "Dissolved")
                ),
                Scenario.Cancel
            );

        await AnchorAsync(scenario);

        var report = await VerifyAsync(scenario);
        Assert.Empty(report.Faults);
        Assert.Equal(1, report.EntriesSince);
    }

    private static Plan WithAuditor(Plan plan) => plan with { Auditors = [Auditor] };

    private static Task AnchorAsync(Scenario scenario) =>
        scenario.World.Get<DailyAnchor>().RunAsync(Scenario.Cancel);

    private static Task ReconcileDailyAsync(Scenario scenario) =>
        scenario.World.Get<DailyReconciler>().LookAsync(scenario.World.Client, Scenario.Cancel);

    private static async Task<IEnumerable<MailResult>> ReminderResultsAsync(Scenario scenario) =>
        (await scenario.EventsAsync<AssignmentEvent.Mailed>(scenario.Alpha.Stream))
            .Where(mail => mail.Kind == nameof(ReminderLetter))
            .Select(mail => mail.Result);

    private static async Task<AuditReport> VerifyAsync(Scenario scenario)
    {
        var verification = new AuditVerification(scenario.Cycle);
        await foreach (
            var entry in scenario
                .World.Get<IEventStore>()
                .ReadAllAsync(scenario.Cycle, Scenario.Cancel)
        )
        {
            verification.Add(entry);
        }
        foreach (var root in verification.Roots.ToList())
        {
            var heads = await scenario
                .World.Get<AnchorWriter>()
                .FindHeadsAsync(scenario.Cycle, root, Scenario.Cancel);
            verification.AddHeads(root, heads!);
        }
        return verification.Finish();
    }
}
