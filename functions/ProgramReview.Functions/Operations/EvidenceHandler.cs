using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Records a report that came on paper or by mail: the evidence is stored and goes through the one recorder; the same form again finishes
/// what a crash left undone.
/// </summary>
public sealed class EvidenceHandler(
    AssignmentCommandHandler handler,
    IPermissionIndex permissions,
    ISubmissionStore submissions,
    SubmissionRecorder recorder
)
{
    /// <summary>Stores and records it, or says why not.</summary>
    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        if (call.File!.Length > Command.Record.MaxFile)
        {
            return new CommandAnswer.Refused(Refusal.Unfit("evidence-too-large", "file"));
        }
        var answer = await handler.RunAsync(
            call.Client,
            call.Cycle,
            call.Assignment!,
            call.Id,
            call.Command,
            cancellation
        );
        return
            answer is CommandAnswer.Done { Entry.Event: AssignmentEvent.UploadPermitted permitted }
            && await StoreAsync(call, permitted, cancellation) is { } entry
            ? new CommandAnswer.Done(entry)
            : answer;
    }

    private async Task<Entry?> StoreAsync(
        CommandCall call,
        AssignmentEvent.UploadPermitted permitted,
        CancellationToken cancellation
    )
    {
        await permissions.AddAsync(
            new OutstandingPermission(call.Assignment!, permitted.BlobName, permitted.Expires),
            cancellation
        );
        await using (var content = call.File!.OpenReadStream())
        {
            await submissions.TryCreateAsync(permitted.BlobName, content, cancellation);
        }
        return await recorder.RecordAsync(
            call.Client,
            permitted.BlobName,
            Channel.Operations,
            cancellation
        );
    }
}
