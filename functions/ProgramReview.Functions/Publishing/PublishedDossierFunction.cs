using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows everybody what everybody may read of the published dossier; nothing before it is published.</summary>
internal sealed class PublishedDossierFunction(
    Cycles cycles,
    DossierView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, the manifest, or one report's file.</summary>
    [Function(nameof(PublishedDossierFunction)), OpenTo(Audience.Everybody)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "d/{cycle}/{part=dossier}/{file?}"
        )]
            HttpRequest request,
        string cycle,
        string? part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation)
                is not { State.Publication: { } publication } running
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var reader = PageContext.For(request, Language.Vi, clock.GetUtcNow(), running.Plan);
        return await view.ServeAsync(
                running,
                publication.DossierHash,
                new DossierPlace($"/d/{id}", reader, Readers.Everybody) { Query = request.Query },
                part ?? "dossier",
                file,
                cancellation
            ) ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
