using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Shows an approver all that changed since the round before, or what changed in the words of one part.</summary>
internal sealed class RoundChangesFunction(
    LinkGate gate,
    RoundChangesView view,
    LinkProblem problem
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(RoundChangesFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "a/{token}/changes/{changed?}"
        )]
            HttpRequest request,
        string token,
        string? changed,
        CancellationToken cancellation
    )
    {
        PartId? part = null;
        return
            await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is { } held
            && (changed is null || PartId.TryParse(changed, null, out part))
            && await view.ShowAsync(request, held, part, cancellation) is { } page
            ? page
            : await problem.AnswerAsync(request, token);
    }
}
