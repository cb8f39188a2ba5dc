using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Planning;

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
        var model = await view.ModelAsync(running, request.Query, form: null, cancellation);
        var text = new StringBuilder("\uFEFFassignment,body,report,state,due,first accepted\r\n");
        foreach (var cell in model.Cells)
        {
            string[] fields =
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
            text.AppendJoin(',', fields.Select(Quote)).Append("\r\n");
        }
        return Results.File(
            Encoding.UTF8.GetBytes(text.ToString()),
            "text/csv; charset=utf-8",
            $"{id}.csv"
        );
    }

    // A leading sign would make a spreadsheet take a name for a formula.
    private static string Quote(string field)
    {
        var safe = field is ['=' or '+' or '-' or '@', ..] ? "'" + field : field;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
