using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Takes the steps that the pages take, one by one and without HTTP, on the live services.</summary>
public sealed class PageDriver(
    LinkGate gate,
    Cycles cycles,
    UploadPermissions permissions,
    ISubmissionStore submissions,
    SubmissionRecorder submissionRecorder,
    DecisionRecorder decisions,
    NextStepHandler nextStep,
    AssignmentCommandHandler assignmentCommands,
    CycleCommandHandler cycleCommands,
    OutageHandler outages,
    CycleStarter starter,
    InMemoryCheckQueue checks,
    SubmissionChecker checker,
    ExplanationRecorder explanations,
    UnsentFileCheck unsent,
    DeputyRecorder deputies,
    ObjectionRecorder objections,
    CommandRunner commands,
    Func<DurableTaskClient> client
)
{
    /// <summary>Starts a cycle, or says why not.</summary>
    public Task<(Recorded? Started, Refusal? Refusal)> StartAsync(
        Plan plan,
        StartOrder order,
        CancellationToken cancellation
    ) => starter.StartAsync(client(), plan, order, cancellation);

    /// <summary>Opens the page behind a link; null if it does not open.</summary>
    public Task<HeldLink?> OpenAsync(
        Uri link,
        LinkPurpose purpose,
        CancellationToken cancellation
    ) => gate.OpenAsync(link.Segments[^1], purpose, cancellation);

    /// <summary>The cycle, or null if it has not been started.</summary>
    public Task<RunningCycle?> FindAsync(CycleId cycle, CancellationToken cancellation) =>
        cycles.FindAsync(cycle, cancellation);

    /// <summary>Asks whether a file may be sent.</summary>
    public async Task<UploadPermission> AskAsync(
        HeldLink held,
        string part,
        SampleFile file,
        Channel channel,
        CancellationToken cancellation
    ) =>
        await permissions.AskAsync(
            held.Cycle,
            new PartId(AssignmentId.Parse(held.Link.Subject), part),
            held.Link.Person,
            file.Name,
            file.Content.Length,
            channel,
            cancellation
        );

    /// <summary>The address in storage that a permission opens.</summary>
    public Task<Uri> PermitAsync(
        UploadPermission.Granted granted,
        CancellationToken cancellation
    ) => submissions.PermitAsync(granted.BlobName, granted.Expires, cancellation);

    /// <summary>Sends a permitted file by the form that works without script.</summary>
    public async Task SendFormAsync(
        UploadPermission.Granted granted,
        SampleFile file,
        CancellationToken cancellation
    )
    {
        using var form = file.Open();
        await submissions.TryCreateAsync(granted.BlobName, form, cancellation);
        await TellAsync(granted.BlobName, Channel.Form, cancellation);
    }

    /// <summary>Tells that a file is in storage.</summary>
    public Task<Entry?> TellAsync(
        string blobName,
        Channel channel,
        CancellationToken cancellation
    ) => submissionRecorder.RecordAsync(client(), blobName, channel, cancellation);

    private const int MostDeliveries = 1000;
    private int redelivered;

    /// <summary>Whether what was sent waits to be checked until somebody says otherwise.</summary>
    public bool HoldsChecks { get; set; }

    /// <summary>Has everything checked that was asked for.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> CheckAllAsync(CancellationToken cancellation)
    {
        var any = false;
        while (!HoldsChecks && checks.Messages.TryRead(out var blobName))
        {
            any = true;
            try
            {
                await checker.CheckAsync(client(), blobName, cancellation);
            }
            catch (Exception) when (++redelivered < MostDeliveries)
            {
                // As a queue does it.
                await checks.EnqueueAsync(blobName, CancellationToken.None);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        return any;
    }

    /// <summary>What would be found in a file if it were sent.</summary>
    public async Task<IReadOnlyList<Finding>> CheckOnlyAsync(
        HeldLink held,
        string part,
        SampleFile file,
        CancellationToken cancellation
    )
    {
        using var content = file.Open();
        return await unsent.RunAsync(
            held.Cycle,
            new PartId(AssignmentId.Parse(held.Link.Subject), part),
            content,
            cancellation
        );
    }

    /// <summary>Answers a query about a part.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<Refusal?> ExplainAsync(
        HeldLink held,
        string part,
        string finding,
        string text,
        CancellationToken cancellation
    ) =>
        (
            await explanations.RecordAsync(
                client(),
                held.Cycle,
                AssignmentId.Parse(held.Link.Subject),
                held.Link.Person,
                part,
                finding,
                text,
                cancellation
            )
        ).Why;

    // Who is played here has whatever the plan asks beside the link.
    private static readonly StepProof Shown = new((_, _) => null);

    /// <summary>Answers in an approval round.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<Refusal?> DecideAsync(
        CycleId cycle,
        CycleEvent.Decided decision,
        CancellationToken cancellation
    ) =>
        await decisions.DecideAsync(
            client(),
            await GetAsync(cycle, cancellation),
            decision with
            {
                RuleVersion = Quorum.Version,
            },
            Shown,
            cancellation
        );

    /// <summary>Names a deputy, or takes one back.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<Refusal?> DeputyAsync(
        CycleId cycle,
        CycleEvent act,
        CancellationToken cancellation
    )
    {
        var running = await GetAsync(cycle, cancellation);
        return await (
            act switch
            {
                CycleEvent.DeputyNamed named => deputies.WriteAsync(
                    client(),
                    running,
                    named,
                    Shown,
                    cancellation
                ),
                CycleEvent.DeputyRevoked revoked => deputies.WriteAsync(
                    client(),
                    running,
                    revoked,
                    Shown,
                    cancellation
                ),
                _ => throw new ArgumentException("No act about a deputy.", nameof(act)),
            }
        );
    }

    /// <summary>Objects to what operations did for a seat, by the link of somebody concerned.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public Task<Refusal?> ObjectAsync(
        HeldLink held,
        string comment,
        CancellationToken cancellation
    ) =>
        objections.ObjectAsync(
            client(),
            held.Cycle,
            ObjectionView.ObjectionOf(held, comment),
            Shown,
            cancellation
        );

    /// <summary>Presses the button of a command about the whole cycle; the same id is the same press.</summary>
    public async Task<CommandAnswer> CommandAsync(
        CycleId cycle,
        string id,
        Command command,
        byte[]? file,
        CancellationToken cancellation
    )
    {
        using var content = new MemoryStream(file ?? []);
        return await commands.RunAsync(
            new CommandCall(
                client(),
                await GetAsync(cycle, cancellation),
                null,
                id,
                command,
                file is null ? null : new FormFile(content, 0, file.Length, "file", "minutes.pdf")
            ),
            cancellation
        );
    }

    /// <summary>Presses the button of a command's form; the same id is the same press.</summary>
    public async Task<CommandAnswer> CommandAsync(
        AssignmentId assignment,
        string id,
        Command command,
        CancellationToken cancellation
    ) =>
        await assignmentCommands.RunAsync(
            client(),
            await GetAsync(assignment.Cycle, cancellation),
            assignment,
            id,
            command,
            cancellation
        );

    /// <summary>Declares an outage; the same id is the same press.</summary>
    public async Task<CommandAnswer> DeclareAsync(
        CycleId cycle,
        string id,
        Command.DeclareOutage command,
        CancellationToken cancellation
    ) =>
        await outages.DeclareAsync(
            client(),
            await GetAsync(cycle, cancellation),
            id,
            command,
            cancellation
        );

    /// <summary>Stops a cycle at once.</summary>
    public async Task<CommandAnswer> StopAsync(
        CycleId cycle,
        string by,
        string reason,
        CancellationToken cancellation
    ) =>
        await cycleCommands.StopAsync(
            client(),
            await GetAsync(cycle, cancellation),
            by,
            reason,
            cancellation
        );

    /// <summary>Chooses what comes after an expired round.</summary>
    public async Task<CommandAnswer> ChooseAsync(
        CycleId cycle,
        Command.ChooseNextStep command,
        CancellationToken cancellation
    ) =>
        await nextStep.RunAsync(
            client(),
            await GetAsync(cycle, cancellation),
            command,
            cancellation
        );

    private async Task<RunningCycle> GetAsync(CycleId cycle, CancellationToken cancellation) =>
        await FindAsync(cycle, cancellation)
        ?? throw new InvalidOperationException($"There is no cycle {cycle}.");
}
