using Microsoft.DurableTask.Client;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Does with the live rooms what the pages do, without HTTP: gate, permission, put, recorder; gate, decision.</summary>
public sealed class MemoryHands(
    LinkGate gate,
    Cycles cycles,
    UploadPermissions permissions,
    InMemorySubmissionStore submissions,
    SubmissionRecorder recorder,
    DecisionRecorder decisions,
    Recorder cycleRecorder,
    AssignmentCommandHandler handler,
    Func<DurableTaskClient> client
) : IHands
{
    /// <inheritdoc/>
    public Task<string> DoAsync(Act act, CancellationToken cancellation) =>
        act switch
        {
            Act.Open open => OpenAsync(open, cancellation),
            Act.Upload upload => UploadAsync(upload, cancellation),
            Act.Decide decide => DecideAsync(decide, cancellation),
            Act.AskExtension ask => ExtendAsync(ask, cancellation),
            Act.ChooseNextStep choose => ChooseAsync(choose, cancellation),
            _ => throw new InvalidOperationException($"Nobody knows how to {act.GetType().Name}."),
        };

    private async Task<string> OpenAsync(Act.Open act, CancellationToken cancellation)
    {
        var purpose = AssignmentId.TryParse(act.Subject, null, out _)
            ? LinkPurpose.Upload
            : LinkPurpose.Decide;
        return await gate.OpenAsync(act.Link.Segments[^1], purpose, cancellation) is null
            ? "the link does not open"
            : "opened";
    }

    private async Task<string> UploadAsync(Act.Upload act, CancellationToken cancellation)
    {
        if (
            await gate.OpenAsync(act.Link.Segments[^1], LinkPurpose.Upload, cancellation)
            is not var (link, cycle)
        )
        {
            return "the link does not open";
        }
        var (file, assignment) = (act.File, AssignmentId.Parse(link.Subject));
        var answer = await permissions.AskAsync(
            cycle,
            assignment,
            link.Person,
            file.Name,
            file.Content.Length,
            Channel.Page,
            cancellation
        );
        if (answer is not UploadPermission.Granted granted)
        {
            return answer is UploadPermission.Refused refused
                ? $"refused: {refused.Why.Code}"
                : "asked too often";
        }
        var address = await submissions.PermitAsync(
            granted.BlobName,
            granted.Expires,
            cancellation
        );
        using var content = new MemoryStream(file.Content.ToArray());
        if (!submissions.PutByPermission(address, content))
        {
            return "the permission had ended";
        }
        var entry = await recorder.RecordAsync(
            client(),
            granted.BlobName,
            Channel.Page,
            cancellation
        );
        var submission = ((AssignmentEvent.SubmissionRecorded)entry!.Event).Submission;
        return submission.IsAcceptable
            ? Words.Of(submission.Judgement.Verdict)
            : $"{Words.Of(submission.Judgement.Verdict)}, to be sent again: {string.Join(", ", submission.Findings.Select(finding => finding.Code))}";
    }

    private async Task<string> DecideAsync(Act.Decide act, CancellationToken cancellation)
    {
        if (
            await gate.OpenAsync(act.Link.Segments[^1], LinkPurpose.Decide, cancellation)
            is not var (link, cycle)
        )
        {
            return "the link does not open";
        }
        var decision = new CycleEvent.Decided(
            act.Round,
            cycle.State.Dossiers[act.Round],
            link.Person,
            act.Verdict,
            act.Comment,
            act.Reopen
        );
        var refusal = await decisions.DecideAsync(client(), cycle, decision, cancellation);
        return refusal is null ? Words.Of(act.Verdict) : $"not taken: {refusal.Code}";
    }

    private async Task<string> ExtendAsync(Act.AskExtension act, CancellationToken cancellation)
    {
        if (!act.IsGranted)
        {
            return "asked operations for more time: not granted";
        }
        var due = Deadline.At(act.Until);
        var answer = await handler.RunAsync(
            client(),
            (await cycles.FindAsync(act.Assignment.Cycle, cancellation))!,
            act.Assignment,
            $"extend-{act.Assignment.Body}-{act.Assignment.ReportType}",
            new Command.Extend(due, Closes: null, Seen: null, "operations", "rehearsed"),
            cancellation
        );
        return answer switch
        {
            CommandAnswer.Done => $"asked operations for more time: granted until {due}",
            CommandAnswer.Refused refused =>
                $"asked operations for more time: refused, {refused.Why.Code}",
            _ => throw new InvalidOperationException($"No words for {answer.GetType().Name}."),
        };
    }

    private async Task<string> ChooseAsync(Act.ChooseNextStep act, CancellationToken cancellation)
    {
        await cycleRecorder.WriteAsync(
            act.Cycle.Stream,
            FormattableString.Invariant($"next-step-{act.AfterRound}"),
            _ => new CycleEvent.NextStepChosen(act.AfterRound, act.Step, act.Person, "rehearsed"),
            cancellation
        );
        await client().WakeAsync(act.Cycle.InstanceId, cancellation);
        return act.Step == NextStep.AskAgain ? "a new round" : "the cycle ends";
    }
}
