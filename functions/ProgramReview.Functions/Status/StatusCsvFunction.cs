using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives operations the matrix as CSV (RFC 4180), in UTF-8 with a byte order mark so that spreadsheets read the names.</summary>
internal sealed class StatusCsvFunction(Cycles cycles, StatusView view)
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
            return Results.NotFound();
        }
        var model = await view.ModelAsync(running, request.Query, answer: null, cancellation);
        return Results.File(
            Csv.Write("assignment,body,report,state,due,first accepted", model.Cells.Select(Row)),
            Csv.ContentType,
            $"{id}.csv"
        );

        string[] Row(StatusCell cell) =>
            [
                cell.Assignment.ToString(),
                running.Plan.Body(cell.Assignment.Body).Name.In(model.Context.Language),
                running
                    .Plan.ReportType(cell.Assignment.ReportType)
                    .Title.In(model.Context.Language),
                cell.Phase.ToString(),
                cell.Due.ToString(),
                cell.FirstAcceptedAt?.ToString("O", null) ?? "",
            ];
    }
}
