using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Shows what is asked, what has come, and the form. Opening it changes nothing.</summary>
internal sealed class UploadPageFunction(LinkGate gate, UploadView view, LinkProblem problem)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(UploadPageFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "u/{token}")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is { } held
            ? await view.ShowAsync(request, held, answer: null, cancellation)
            : await problem.AnswerAsync(request, token);
}
