using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Hands out permissions to upload: checked, on record and in the reconciler's index before they leave the house.</summary>
public sealed class UploadPermissions(
    IEventStore record,
    Recorder recorder,
    IPermissionIndex permissions,
    RefusalRecorder refusals,
    IEntropy entropy,
    TimeProvider clock
)
{
    /// <summary>Permits one upload, or says why not; a refusal is on record too, with its receipt.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">The part that is to be sent.</param>
    /// <param name="person">Whose link it is.</param>
    /// <param name="fileName">The name the sender gave.</param>
    /// <param name="size">The size the sender announced, in bytes, or null.</param>
    /// <param name="channel">By which door the request came.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<UploadPermission> AskAsync(
        RunningCycle cycle,
        PartId id,
        string person,
        string? fileName,
        long? size,
        Channel channel,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var (assignment, part) = id;
        var type = cycle.Plan.ReportType(assignment.ReportType);
        var clean = PermissionRules.CleanFileName(fileName);
        var known = await record.ReadAsync(assignment.Stream, cancellation);
        var state = known.Assignment;
        var ended = cycle.State.End is null
            ? null
            : new Finding("cycle-ended", Severity.Blocker, []);
        if ((ended ?? PermissionRules.Refuse(type, part, state, size, now)) is { } refusal)
        {
            var attempt = new RefusedAttempt(part, refusal, person, clean, size, channel, now);
            return await refusals.RecordAsync(cycle, known, attempt, cancellation);
        }
        if (AskingPace.Wait(known, person, now) is { } wait)
        {
            return new UploadPermission.Paused(wait, known);
        }
        var name = AttemptName.Next(entropy);
        var window = state.Current!;
        var blobName = new BlobName(assignment, window.Number, part, name).ToString();
        var expires = PermissionRules.Expiry(window, now);
        await permissions.AddAsync(
            new OutstandingPermission(assignment, blobName, expires),
            cancellation
        );
        // Asked again on the stream as it is: many requests at once each saw room for one.
        TimeSpan? pause = null;
        var recorded = await recorder.WriteAsync(
            known,
            $"permitted-{name}",
            entries =>
                (pause = AskingPace.Wait(entries, person, now)) is null
                    ? new AssignmentEvent.UploadPermitted(
                        window.Number,
                        part,
                        blobName,
                        clean,
                        person,
                        expires,
                        Corrects: PermissionRules.Corrects(entries.Assignment, part, now)
                    )
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            await permissions.RemoveAsync(
                new OutstandingPermission(assignment, blobName, expires),
                cancellation
            );
            return new UploadPermission.Paused(pause!.Value, known);
        }
        return new UploadPermission.Granted(blobName, expires, recorded.Stream);
    }
}
