using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.Audit;
using ProgramReview.Local.Simulation;

namespace ProgramReview.Workflow.Tests;

/// <content>What can be seen of it.</content>
internal sealed partial class Scenario
{
    /// <summary>Every mail that went out, in order.</summary>
    public IReadOnlyList<OutgoingMail> Sent => World.Get<RecordingMailSender>().Sent;

    public async Task<AssignmentState> StateAsync(AssignmentId assignment) =>
        AssignmentState.Of(await EntriesAsync(assignment.Stream));

    public async Task<CycleState> StateAsync() => CycleState.Of(await EntriesAsync(Cycle.Stream));

    public async Task<IReadOnlyList<T>> EventsAsync<T>(StreamId stream)
        where T : Event =>
        [.. (await EntriesAsync(stream)).Select(entry => entry.Event).OfType<T>()];

    public Task<EventStream> EntriesAsync(StreamId stream) =>
        World.Get<InMemoryEventStore>().ReadAsync(stream, Cancel);

    public async Task<IReadOnlyList<OutboxMail>> OutboxAsync() =>
        await World.Get<InMemoryOutbox>().ListAsync(Cycle, Cancel).ToListAsync(Cancel);

    /// <summary>The mails about an assignment that went out, by their occasions, in order.</summary>
    public IReadOnlyList<string> MailsAbout(AssignmentId assignment) =>
        [
            .. Sent.Select(mail => mail.Id.Split('~'))
                .Where(id => id[0] == assignment.ToString())
                .Select(id =>
                    id[1].Split('-') is [("received" or "command") and var occasion, ..]
                        ? occasion
                        : id[1]
                ),
        ];

    /// <summary>The mails to a person, by their kinds, in order of sending.</summary>
    public async Task<IReadOnlyList<string>> MailsToAsync(string person)
    {
        var kinds = (await OutboxAsync()).ToDictionary(mail => mail.Id, mail => mail.Kind);
        return
        [
            .. Sent.Where(mail => mail.Id.EndsWith($"~{person}", StringComparison.Ordinal))
                .Select(mail => kinds[mail.Id]),
        ];
    }

    public async Task<LeftDossier> DossierAsync(int round)
    {
        var dossiers = World.Get<DossierStore>();
        var root = await dossiers.GetAsync(Cycle, (await StateAsync()).Dossiers[round], Cancel);
        return new LeftDossier(
            root,
            await dossiers
                .PiecesAsync(Cycle, root.Pieces, Cancel)
                .SelectMany(piece => piece.Reports)
                .ToListAsync(Cancel)
        );
    }

    /// <summary>A request of somebody who chose no language.</summary>
    public static HttpRequest Look => new DefaultHttpContext().Request;

    public async Task<StatusPageModel> StatusAsync() =>
        await World.Get<StatusView>().ModelAsync(await CycleAsync(), Look, null, Cancel);

    /// <summary>Every exception that the status page tells of or leads to.</summary>
    public async Task<IReadOnlyList<StatusAlarm>> AlarmsAsync()
    {
        var cycle = await CycleAsync();
        var all = new List<StatusAlarm>();
        foreach (var group in (await StatusAsync()).Alarms)
        {
            var (page, count, _) = await World
                .Get<StatusAlarms>()
                .PageAsync(
                    cycle,
                    StatusPlace.Of(cycle.Plan, new QueryCollection()),
                    group.Kind,
                    search: "",
                    1,
                    Now,
                    Cancel
                );
            Assert.Equal(group.Count, count);
            Assert.True(group.Items.Count == 0 || group.Items.SequenceEqual(page));
            all.AddRange(page);
        }
        return all;
    }

    /// <summary>The upload page that opens from the latest mail about an assignment.</summary>
    public async Task<string> UploadPageAsync(AssignmentId assignment)
    {
        var held = await HeldLinkAsync(assignment.ToString(), LinkPurpose.Upload);
        return (await World.Get<UploadView>().ShowAsync(Look, held, answer: null, Cancel)).Html;
    }

    /// <summary>What must hold at any time: whole chains, no occasion twice, no mail twice, no failed process.</summary>
    public async Task AssertSoundAsync(bool failuresAllowed = false)
    {
        foreach (var stream in Plan.Assignments.Select(id => id.Stream).Append(Cycle.Stream))
        {
            var entries = await EntriesAsync(stream);
            Assert.Null(Chain.FirstBroken(entries));
            Assert.Distinct(entries.Select(entry => entry.Key));
        }
        Assert.Distinct(Sent.Select(mail => mail.Id));
        Assert.All(await OutboxAsync(), mail => Assert.NotNull(mail.Outcome));
        Assert.True(failuresAllowed || (await StateAsync()).Failures.Count == 0);
    }

    public async Task<IReadOnlyList<KeptContact>> ContactsAsync() =>
        await World.Get<IContactStore>().ListAsync(Cycle, Cancel);

    /// <summary>What an auditor finds who has the record as a file.</summary>
    public async Task<AuditReport> VerifyAsync()
    {
        using var reader = new StringReader(await ExportAsync(AuditScope.Everything));
        return await AuditCheck.VerifyAsync(
            AuditFile.ReadAsync(reader, Cancel),
            [],
            cancellation: Cancel
        );
    }

    /// <summary>The record as a file.</summary>
    public async Task<string> ExportAsync(AuditScope scope)
    {
        using var file = new StringWriter();
        var lines = World.Get<AuditExport>().LinesAsync(Cycle, scope, Cancel);
        await AuditFile.WriteAsync(lines, file, Cancel);
        return file.ToString();
    }
}
