using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Shows somebody what operations did for their seat. Opening it changes nothing.</summary>
internal sealed class ObjectionPageFunction(
    LinkGate gate,
    ObjectionView view,
    FormAnswers answers,
    LinkProblem problem
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(ObjectionPageFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "o/{token}")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Objection, cancellation) is { } held
            ? await view.ShowAsync(
                request,
                held,
                await answers.FindAsync(request, DecisionView.OwnerOf(held.Link), cancellation)
            )
            : await problem.AnswerAsync(request, token);
}
