using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Says how the check of a file stands, to whoever sent it and asks again.</summary>
internal sealed class UploadChecksFunction(
    LinkGate gate,
    IEventStore record,
    LinkAddresses addresses,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers as after the upload, with what is known by now.</summary>
    [Function(nameof(UploadChecksFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/checks/{sequence:long}"
        )]
            HttpRequest request,
        string token,
        long sequence,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var stream = await record.ReadAsync(
            AssignmentId.Parse(held.Link.Subject).Stream,
            cancellation
        );
        return
            stream.FirstOrDefault(entry => entry.Sequence == sequence)
                is { Event: AssignmentEvent.SubmissionRecorded } recorded
            ? UploadAnswer.Of(
                held.Page(request, clock.GetUtcNow()),
                stream,
                recorded,
                new ReceiptPlaces(held.Link, addresses)
            )
            : await problem.AnswerAsync(request, token);
    }
}
