using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives operations the matrix as CSV.</summary>
internal sealed class StatusCsvFunction(Cycles cycles, StatusView view, Problems problems)
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
        var model = await view.ModelAsync(running, request, answer: null, cancellation);
        return Results.File(StatusCsv.Write(model), Csv.ContentType, $"{id}.csv");
    }
}
