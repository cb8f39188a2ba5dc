using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Shows operations the dossier that the latest approval round is about, and gives its signed result.</summary>
internal sealed class RoundDossierFunction(
    Cycles cycles,
    DossierView view,
    RoundPapers papers,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, the manifest, or one report's file.</summary>
    [Function(nameof(RoundDossierFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/round/{part}/{file?}"
        )]
            HttpRequest request,
        string cycle,
        string part,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation)
                is not { State.CurrentRound: { } round } running
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        if (part == RoundPapers.Result && round.Result is { } result)
        {
            return await papers.ServeAsync(result, cancellation);
        }
        var reader = PageContext.For(
            request,
            running.Plan.Plan.Operations.Language,
            clock.GetUtcNow(),
            running.Plan
        );
        var place = new DossierPlace(
            $"/status/{id}/round",
            reader,
            Readers.Participants,
            new WayBack($"/status/{id}", "story.back")
        )
        {
            Query = request.Query,
            Concerns =
            [
                .. StatusAlarms
                    .OfRound(running, reader.Now)
                    .Select(alarm => new RoundConcern(
                        Text.Word(reader.Language, alarm.Kind),
                        alarm.Detail,
                        alarm.At
                    )),
            ],
        };
        return await view.ServeAsync(running, round.DossierHash, place, part, file, cancellation)
            ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
