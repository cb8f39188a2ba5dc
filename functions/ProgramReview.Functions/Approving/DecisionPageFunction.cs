using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Shows an approver what they are asked to decide. Opening it, by whomever or whatever, changes nothing.</summary>
internal sealed class DecisionPageFunction(
    LinkGate gate,
    DecisionView view,
    FormAnswers answers,
    LinkProblem problem
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(DecisionPageFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "a/{token}")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is { } held
            ? await view.ShowAsync(
                request,
                held,
                await answers.FindAsync(request, DecisionView.OwnerOf(held.Link), cancellation),
                cancellation
            )
            : await problem.AnswerAsync(request, token);
}
