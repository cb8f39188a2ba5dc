using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Gives an approver the receipt of their answer, and the result of the round, as files to keep.</summary>
internal sealed class RoundPaperFunction(LinkGate gate, RoundPapers papers, LinkProblem problem)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(RoundPaperFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "a/{token}/papers/{paper}"
        )]
            HttpRequest request,
        string token,
        string paper,
        CancellationToken cancellation
    ) =>
        await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is { } held
        && RoundPapers.Find(
            held.Cycle.State,
            DecisionView.RoundOf(held.Link),
            held.Link.Person,
            paper
        )
            is { } jws
            ? await papers.ServeAsync(jws, cancellation)
            : await problem.AnswerAsync(request, token);
}
