using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Puts on record what members answered in a session: the scanned minutes are stored under their hash first, then the answers go on record, then
/// everybody concerned is told and the minutes are scanned.
/// </summary>
public sealed class MeetingHandler(
    Recorder recorder,
    ISubmissionStore submissions,
    MinutesScans scans,
    SeatOrderMails mails,
    TimeProvider clock
)
{
    /// <summary>Carries it out, or says why not.</summary>
    public async Task<CommandAnswer> RunAsync(
        CommandCall call,
        Command.RecordMeeting command,
        CancellationToken cancellation
    )
    {
        if (call.File is not { Length: > 0 and <= Command.Record.MaxFile } file)
        {
            return new CommandAnswer.Refused(Refusal.Unfit("evidence-too-large", "minutes"));
        }
        var approval = call.Cycle.Plan.Plan.Approval;
        if (
            command.Refuse(approval, call.Cycle.State, clock.GetUtcNow()) is { } early
            && call.Cycle.Stream.Find(AssignmentCommandHandler.KeyOf(call.Id)) is null
        )
        {
            return new CommandAnswer.Refused(early);
        }
        var facts = await InspectAsync(file, cancellation);
        var name = new MinutesName(call.Cycle.Ref.Cycle, facts.Sha256);
        await StoreAsync(name, file, cancellation);
        Refusal? refusal = null;
        var recorded = await recorder.WriteAsync(
            call.Cycle.Stream,
            AssignmentCommandHandler.KeyOf(call.Id),
            entries =>
                (refusal = command.Refuse(approval, entries.Cycle, clock.GetUtcNow())) is null
                    ? command.EventOf(
                        approval,
                        entries.Cycle,
                        facts.Sha256,
                        ServedFileName.Of(command.FileName, facts.Format)
                    )
                    : null,
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        await mails.SendAsync(
            call.Client,
            call.Cycle.Ref.Cycle,
            recorded.Entry.Sequence,
            cancellation
        );
        await scans.QueueAsync(recorded.Stream.Cycle, name, cancellation);
        return new CommandAnswer.Done(recorded.Entry);
    }

    private static async Task<FileFacts> InspectAsync(
        IFormFile file,
        CancellationToken cancellation
    )
    {
        await using var content = file.OpenReadStream();
        return await FileInspector.InspectAsync(content, cancellation);
    }

    private async Task StoreAsync(MinutesName name, IFormFile file, CancellationToken cancellation)
    {
        await using (var content = file.OpenReadStream())
        {
            await submissions.TryCreateAsync(name.ToString(), content, cancellation);
        }
        // Nobody can change them from now on.
        var stored = await submissions.FindAsync(name.ToString(), cancellation);
        await using var held = await submissions.HoldAsync(stored!, cancellation);
    }
}
