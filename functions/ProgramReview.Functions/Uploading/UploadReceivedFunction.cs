using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Hears from the page or a script that it has put its blob, and records it at once.</summary>
internal sealed class UploadReceivedFunction(
    LinkGate gate,
    SubmissionRecorder recorder,
    IBlobCreatedQueue blobCreated,
    CheckWait checks,
    LinkAddresses addresses,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the judgement, and with what was found if that is known within a few seconds.</summary>
    [Function(nameof(UploadReceivedFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}/received")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var told = await JsonBody.ReadAsync<Told>(request, cancellation);
        if (
            !BlobName.TryParse(told?.BlobName, null, out var name)
            || name.Assignment != AssignmentId.Parse(held.Link.Subject)
        )
        {
            return Problems.Of(
                400,
                "bad-request",
                "Send JSON with the blobName of your permission."
            );
        }
        var hash = IsSha256(told!.Sha256) ? told.Sha256 : null;
        // The bell first: should recording fail here, the queue brings it back.
        await blobCreated.WakeAsync(name.ToString(), cancellation);
        var recorded = await recorder.RecordAsync(
            client,
            held.Cycle,
            name,
            Channel.Page,
            hash,
            known: null,
            cancellation
        );
        var places = new ReceiptPlaces(held.Link, addresses);
        var entry = recorded?.Entry;
        if (entry?.Event is AssignmentEvent.SubmissionRecorded)
        {
            return UploadAnswer.Of(
                held.Page(request, clock.GetUtcNow()),
                await checks.WaitAsync(recorded!.Stream, name.ToString(), cancellation),
                entry,
                places,
                hash
            );
        }
        return entry?.Event switch
        {
            AssignmentEvent.AttemptRefused { Why: var why } => Problems.Of(
                409,
                why.Code,
                FindingText.Show(held.Page(request, clock.GetUtcNow()), why),
                receipt: places.Of(entry)
            ),
            _ => Problems.Of(
                404,
                NotThere.Code,
                FindingText.Show(held.Page(request, clock.GetUtcNow()), NotThere)
            ),
        };
    }

    private static bool IsSha256(string? text) =>
        text is { Length: 64 } && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');

    private static readonly Finding NotThere = new("upload-not-found", Severity.Blocker, []);

    private sealed record Told(string? BlobName, string? Sha256);
}
