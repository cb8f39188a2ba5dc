using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives operations the matrix as CSV.</summary>
internal sealed class StatusCsvFunction(
    Cycles cycles,
    IndexReader index,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(StatusCsvFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/{cycle}/csv")]
            HttpRequest request,
        string cycle,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var (plan, now) = (running.Plan, clock.GetUtcNow());
        var place = StatusPlace.Of(plan, request.Query);
        await index.RefreshAsync(plan, cancellation);
        return StatusCsv.Of(
            PageContext.For(request, plan.Plan.Operations.Language, now, plan),
            index
                .AllAsync(plan, place.Node, cancellation)
                .Select(row => StatusView.CellOf(plan, row, place, now)),
            $"{id}.csv"
        );
    }
}
