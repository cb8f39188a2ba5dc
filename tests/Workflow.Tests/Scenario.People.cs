using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Workflow.Tests;

/// <content>What people do.</content>
internal sealed partial class Scenario
{
    /// <summary>Sends a report as the page does, and its process hears of it.</summary>
    public async Task<Submission> UploadAsync(
        AssignmentId assignment,
        SampleFile? file = null,
        string part = ReportPart.Whole
    )
    {
        var name = await PutSilentlyAsync(assignment, file, part);
        await NoticeAsync(name);
        await SettleAsync();
        return (await StateAsync(assignment)).Submissions.First(one => one.BlobName == name);
    }

    /// <summary>Stores a file, but nobody tells the product.</summary>
    public async Task<string> PutSilentlyAsync(
        AssignmentId assignment,
        SampleFile? file = null,
        string part = ReportPart.Whole
    )
    {
        file ??= Report;
        var granted = Assert.IsType<UploadPermission.Granted>(
            await AskAsync(assignment, file, part)
        );
        using var content = file.Open();
        Assert.True(
            World
                .Get<InMemorySubmissionStore>()
                .PutByPermission(await Pages.PermitAsync(granted, Cancel), content)
        );
        return granted.BlobName;
    }

    public async Task<UploadPermission> AskAsync(
        AssignmentId assignment,
        SampleFile? file = null,
        string part = ReportPart.Whole
    ) =>
        await Pages.AskAsync(
            await HeldLinkAsync(assignment.ToString(), LinkPurpose.Upload),
            part,
            file ?? Report,
            Channel.Page,
            Cancel
        );

    /// <summary>The last byte of a slow upload arrives now; it had begun while its permission was good.</summary>
    public async Task FinishSlowUploadAsync(string blobName, SampleFile? file = null)
    {
        using var content = (file ?? Report).Open();
        Assert.True(
            await World.Get<InMemorySubmissionStore>().TryCreateAsync(blobName, content, Cancel)
        );
    }

    /// <summary>The messages that ask for checks get lost.</summary>
    public async Task LoseChecksAsync()
    {
        var messages = World.Get<InMemoryCheckQueue>().Messages;
        while (messages.TryPeek(out _))
        {
            await messages.ReadAsync(Cancel);
        }
    }

    public Task<Entry?> NoticeAsync(string blobName, Channel channel = Channel.Page) =>
        Pages.TellAsync(blobName, channel, Cancel);

    public Task<string?> ApproveAsync(string approver, int round = 1) =>
        DecideAsync(approver, DecisionVerdict.Approve, round: round);

    public Task<string?> AskForChangesAsync(
        string approver,
        string comment,
        params AssignmentId[] reopen
    ) =>
        AskForChangesAsync(
            approver,
            comment,
            [.. reopen.Select(id => new PartId(id, ReportPart.Whole))]
        );

    public Task<string?> AskForChangesAsync(string approver, string comment, PartId[] reopen) =>
        DecideAsync(approver, DecisionVerdict.RequestChanges, comment, reopen);

    /// <summary>Decides in a round about the dossier it was opened for, or another one.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<string?> DecideAsync(
        string approver,
        DecisionVerdict verdict,
        string comment = "",
        PartId[]? reopen = null,
        int round = 1,
        string? hash = null
    )
    {
        var dossier = hash ?? (await StateAsync()).Dossiers[round];
        var refusal = await PressAsync(
            new(round, dossier, approver, verdict, comment, reopen ?? [])
        );
        await SettleAsync();
        return refusal;
    }

    /// <summary>Approves in the first round, for a seat that may be in somebody else's hands, and the process has not looked yet.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<string?> DecideSilentlyAsync(string approver, string? person = null) =>
        await PressAsync(await ApprovalByAsync(approver) with { Person = person });

    /// <summary>The approval is on record; the program stopped before it rang.</summary>
    public async Task WriteApprovalSilentlyAsync(string approver)
    {
        var decision = await ApprovalByAsync(approver);
        await World
            .Get<Recorder>()
            .WriteAsync(Cycle.Stream, $"decided-1-{approver}", _ => decision, Cancel);
    }

    private async Task<CycleEvent.Decided> ApprovalByAsync(string approver) =>
        new(1, (await StateAsync()).Dossiers[1], approver, DecisionVerdict.Approve, "", []);

    private async Task<string?> PressAsync(CycleEvent.Decided decision) =>
        (await Pages.DecideAsync(Cycle, decision, Cancel))?.Code;

    /// <summary>Writes the choice down, as the status page does, without the ring that follows.</summary>
    public Task ChooseSilentlyAsync(int round, NextStep step) =>
        World
            .Get<Recorder>()
            .WriteAsync(
                Cycle.Stream,
                FormattableString.Invariant($"next-step-{round}"),
                _ => new CycleEvent.NextStepChosen(
                    round,
                    step,
                    "Officer operations",
                    "Agreed by telephone"
                ),
                Cancel
            );

    /// <summary>Releases a body.</summary>
    public Task ExemptAsync(AssignmentId assignment) =>
        DecideAsync(assignment, new Command.Exempt("Officer operations", "Dissolved"));

    /// <summary>Moves a due instant, and the close with it if it lies before.</summary>
    public Task ExtendAsync(AssignmentId assignment, DateTimeOffset to) =>
        DecideAsync(
            assignment,
            new Command.Extend(Deadline.At(to), null, null, "Officer operations", "Flood")
        );

    /// <summary>Carries a command out that must not be refused.</summary>
    public async Task<Entry> DecideAsync(AssignmentId assignment, Command command) =>
        Assert.IsType<CommandAnswer.Done>(await PressAsync(assignment, command)).Entry;

    /// <summary>Presses the button of a command's form; the same id is the same press.</summary>
    public async Task<CommandAnswer> PressAsync(
        AssignmentId assignment,
        Command command,
        string? id = null
    )
    {
        var answer = await Pages.CommandAsync(
            assignment,
            id ?? FormattableString.Invariant($"press-{++presses}"),
            command,
            Cancel
        );
        await SettleAsync();
        return answer;
    }

    /// <summary>A fact is on record of whoever looked at the cycle long before; the program stopped before it looked again.</summary>
    public async Task WriteFactAloneAsync(AssignmentId assignment, AssignmentEvent fact)
    {
        var stream = await EntriesAsync(assignment.Stream);
        Assert.True(
            await World
                .Get<IEventStore>()
                .TryAppendAsync(Chain.Next(stream.Id, stream[^1], Now, "alone", fact), Cancel)
        );
    }

    /// <summary>A return after the close is on record; the program stopped before it rang.</summary>
    public async Task WriteReturnSilentlyAsync(AssignmentId assignment, Deadline due)
    {
        var outcome = CommandRules.Decide(
            new(await StateAsync(), assignment, await StateAsync(assignment), Now),
            new Command.Return(due, null, [], "Officer operations", "No annex")
        );
        var @event = Assert.IsType<CommandOutcome.Reopening>(outcome).Event;
        await World
            .Get<Recorder>()
            .WriteAsync(
                Cycle.Stream,
                AssignmentCommandHandler.KeyOf("silent"),
                _ => @event,
                Cancel
            );
    }

    /// <summary>The opening that was ordered last is on record too; the ring was sent before it, and lost.</summary>
    public async Task WriteOpeningSilentlyAsync(AssignmentId assignment)
    {
        var order = (CycleEvent.Reopened)(await StateAsync()).Orders[^1];
        await World
            .Get<Recorder>()
            .WriteAsync(
                assignment.Stream,
                FormattableString.Invariant($"opened-{order.Window}"),
                _ => new AssignmentEvent.Opened(
                    order.Window,
                    order.Cause,
                    order.Due,
                    order.Closes,
                    [.. order.Parts.Select(part => new AskedPart(part, true))],
                    order.Reason,
                    order.By
                ),
                Cancel
            );
    }

    /// <summary>The token in the latest mail about an assignment.</summary>
    public string TokenOf(AssignmentId assignment) => AddressOf(assignment.ToString()).Segments[^1];

    public async Task<bool> OpensAsync(string token) =>
        await World.Get<LinkGate>().OpenAsync(token, LinkPurpose.Upload, Cancel) is not null;

    public async Task<CommandAnswer> StopAsync(string by, string reason)
    {
        var answer = await Pages.StopAsync(Cycle, by, reason, Cancel);
        await SettleAsync();
        return answer;
    }

    /// <summary>Presses the button that has refused letters sent again; the same id is the same press.</summary>
    public async Task<CommandAnswer> ResendAsync(string id)
    {
        var answer = await World
            .Get<ResendHandler>()
            .RunAsync(
                World.Client,
                await CycleAsync(),
                id,
                new("Lan", "The domain is off the list"),
                Cancel
            );
        await SettleAsync();
        return answer;
    }

    /// <summary>Presses the button of the form that declares an outage; the same id is the same press.</summary>
    public async Task<CommandAnswer> DeclareAsync(OutageWindow window, string id = "outage")
    {
        var answer = await World
            .Get<OutageHandler>()
            .DeclareAsync(
                World.Client,
                await CycleAsync(),
                id,
                new Command.DeclareOutage(window, "Minh", "Power cut"),
                Cancel
            );
        await SettleAsync();
        return answer;
    }

    /// <summary>Presses the button of the form that erases a contact; the same id is the same press.</summary>
    public async Task<CommandAnswer> EraseAsync(string person, string id) =>
        await World
            .Get<EraseHandler>()
            .RunAsync(await CycleAsync(), id, new(person, "Lan", "Asked to be forgotten"), Cancel);

    public async Task<CommandAnswer> RetryAsync(string instance)
    {
        var answer = await World
            .Get<CycleCommandHandler>()
            .RetryAsync(
                World.Client,
                await CycleAsync(),
                FormattableString.Invariant($"press-{++presses}"),
                new(instance, "Officer operations", "Storage is back"),
                Cancel
            );
        await SettleAsync();
        return answer;
    }

    private int presses;

    public async Task<Link> LinkOfAsync(string subject, LinkPurpose purpose) =>
        (await HeldLinkAsync(subject, purpose)).Link;

    public async Task<HeldLink> HeldLinkAsync(string subject, LinkPurpose purpose) =>
        (await Pages.OpenAsync(AddressOf(subject), purpose, Cancel))!;

    /// <summary>The link in the latest mail about something.</summary>
    private Uri AddressOf(string subject)
    {
        var mail = Sent.Last(mail => mail.Id.StartsWith($"{subject}~", StringComparison.Ordinal));
        return new ReceivedMail(mail.Id, mail.Text).Link!;
    }

    public async Task<RunningCycle> CycleAsync() => (await Pages.FindAsync(Cycle, Cancel))!;
}
