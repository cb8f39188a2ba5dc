using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Lets an approver confirm that the request has reached them. It decides nothing, so no second step is asked.</summary>
internal sealed class RequestSeenFunction(
    LinkGate gate,
    RequestSeenRecorder recorder,
    LinkAddresses addresses,
    LinkProblem problem
)
{
    /// <summary>Notes it and leads back to the page.</summary>
    [Function(nameof(RequestSeenFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{token}/seen")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        await recorder.NoteAsync(held, cancellation);
        return new SeeOther(addresses.Of(LinkPurpose.Decide, held.Link.Id).AbsolutePath);
    }
}
