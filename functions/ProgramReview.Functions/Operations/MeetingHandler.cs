using System.Security.Cryptography;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Puts on record what members answered in a session: the scanned minutes are stored under their hash first, then the answers go on record, then
/// everybody concerned is told.
/// </summary>
public sealed class MeetingHandler(
    Recorder recorder,
    IDocumentStore documents,
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
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await documents.TryCreateAsync(
            NameOf(hash),
            "application/octet-stream",
            bytes,
            cancellation
        );
        Refusal? refusal = null;
        var recorded = await recorder.WriteAsync(
            call.Cycle.Stream,
            AssignmentCommandHandler.KeyOf(call.Id),
            entries =>
                (refusal = command.Refuse(approval, entries.Cycle, clock.GetUtcNow())) is null
                    ? command.EventOf(approval, entries.Cycle, hash)
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
        return new CommandAnswer.Done(recorded.Entry);
    }

    /// <summary>The document that holds the minutes of a hash.</summary>
    public static string NameOf(string hash) => $"minutes/{hash}";
}
