using Microsoft.DurableTask.Client;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Links;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Does with the live rooms what the pages do, without HTTP: gate, permission, put, recorder; gate, decision.</summary>
public sealed class MemoryHands(
    LinkGate gate,
    Cycles cycles,
    UploadPermissions permissions,
    InMemorySubmissionStore submissions,
    SubmissionRecorder recorder,
    DecisionRecorder decisions,
    Func<DurableTaskClient> client
) : IHands
{
    /// <inheritdoc/>
    public Task<string> DoAsync(Act act, CancellationToken cancellation) =>
        act switch
        {
            Act.Upload upload => UploadAsync(upload, cancellation),
            Act.Decide decide => DecideAsync(decide, cancellation),
            _ => throw new InvalidOperationException($"Nobody knows how to {act.GetType().Name}."),
        };

    private async Task<string> UploadAsync(Act.Upload act, CancellationToken cancellation)
    {
        var link = await gate.OpenAsync(act.Link.Segments[^1], LinkPurpose.Upload, cancellation);
        if (link is null)
        {
            return "the link does not open";
        }
        var cycle = (await cycles.FindAsync(link.Cycle, cancellation))!;
        var (file, assignment) = (act.File, AssignmentId.Parse(link.Subject));
        var answer = await permissions.AskAsync(
            cycle,
            assignment,
            link.Person,
            file.Name,
            file.Content.Length,
            Entrance.Page,
            cancellation
        );
        if (answer is not UploadPermission.Granted granted)
        {
            return $"refused: {((UploadPermission.Refused)answer).Why.Code}";
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
            Entrance.Page,
            cancellation
        );
        var submission = ((AssignmentFact.SubmissionRecorded)entry!.Fact).Submission;
        return submission.IsAcceptable
            ? Words.Of(submission.Judgement.Verdict)
            : $"{Words.Of(submission.Judgement.Verdict)}, to be sent again: {string.Join(", ", submission.Findings.Select(finding => finding.Code))}";
    }

    private async Task<string> DecideAsync(Act.Decide act, CancellationToken cancellation)
    {
        var link = await gate.OpenAsync(act.Link.Segments[^1], LinkPurpose.Decide, cancellation);
        if (link is null)
        {
            return "the link does not open";
        }
        var cycle = (await cycles.FindAsync(link.Cycle, cancellation))!;
        var decision = new CycleFact.Decided(
            act.Round,
            cycle.State.Dossiers[act.Round],
            link.Person,
            act.Verdict,
            act.Comment,
            act.Reopen
        );
        var refusal = await decisions.DecideAsync(client(), cycle, decision, cancellation);
        return refusal is null ? Words.Of(act.Verdict) : $"not taken: {refusal}";
    }
}
