using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Takes the request for a fresh link; the answer is the same whatever the token was.</summary>
internal sealed class FreshLinkFunction(FreshLinks fresh, LinkProblem problem)
{
    /// <summary>Sends one if it may.</summary>
    [Function(nameof(FreshLinkFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links/{token}")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        await fresh.SendAsync(token, cancellation);
        return await problem.ShowAsync(request, token, isRequested: true, StatusCodes.Status200OK);
    }
}
