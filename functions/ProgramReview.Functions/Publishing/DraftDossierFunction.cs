using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows an approver the dossier of their round, its manifest and its files; never anything newer than they decide about.</summary>
internal sealed class DraftDossierFunction(
    LinkGate gate,
    DossierView view,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, the manifest, or one report's file.</summary>
    [Function(nameof(DraftDossierFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "a/{token}/{part}/{file?}"
        )]
            HttpRequest request,
        string token,
        string part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            await gate.OpenAsync(token, LinkPurpose.Decide, cancellation)
                is not { Cycle: var cycle } held
            || cycle.State.Round(DecisionView.RoundOf(held.Link)) is not { } round
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var at = new DossierPlace(
            $"/a/{token}",
            held.Page(request, clock.GetUtcNow()),
            Readers.Participants,
            new WayBack($"/a/{token}", "dossier.back")
        )
        {
            Query = request.Query,
        };
        return await view.ServeAsync(cycle, round.DossierHash, at, part, file, cancellation)
            ?? await problem.AnswerAsync(request, token);
    }
}
