using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows whoever owed a report the published dossier with all that those who took part may read.</summary>
internal sealed class LinkDossierFunction(
    LinkGate gate,
    LinkAddresses addresses,
    DossierView view,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, or with what belongs to it.</summary>
    [Function(nameof(LinkDossierFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/dossier/{part=dossier}/{file?}"
        )]
            HttpRequest request,
        string token,
        string? part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            await gate.OpenAsync(token, LinkPurpose.Upload, cancellation)
            is not { Cycle: { State.Publication: { } publication } cycle } held
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var upload = addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath;
        var place = new DossierPlace(
            $"{upload}/dossier",
            held.Page(request, clock.GetUtcNow()),
            Readers.Participants,
            new WayBack(upload, "dossier.back.report")
        )
        {
            Query = request.Query,
        };
        return await view.ServeAsync(
                cycle,
                publication.DossierHash,
                place,
                part ?? "dossier",
                file,
                cancellation
            ) ?? await problem.AnswerAsync(request, token);
    }
}
