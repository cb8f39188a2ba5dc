using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows operations and auditors the published dossier with all that those who took part may read.</summary>
internal sealed class StaffDossierFunction(
    Cycles cycles,
    DossierView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, or with what belongs to it.</summary>
    [Function(nameof(StaffDossierFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/dossier/{part=dossier}/{file?}"
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
        var place = new DossierPlace(
            $"/status/{id}/dossier",
            PageContext.For(
                request,
                running.Plan.Plan.Operations.Language,
                clock.GetUtcNow(),
                running.Plan
            ),
            Readers.Participants,
            new WayBack($"/status/{id}", "story.back")
        )
        {
            Query = request.Query,
        };
        return await view.ServeAsync(
                running,
                publication.DossierHash,
                place,
                part ?? "dossier",
                file,
                cancellation
            ) ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
