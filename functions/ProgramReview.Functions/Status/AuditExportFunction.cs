using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Gives auditors and operations the whole record of a cycle as one file, to be kept and checked elsewhere, and written back from. The
/// submissions' bytes come with it only when asked for: they are most of a large cycle.
/// </summary>
internal sealed class AuditExportFunction(Cycles cycles, AuditExport export)
{
    /// <summary>Answers with the file, written as it is read.</summary>
    [Function(nameof(AuditExportFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{cycle}/audit")]
            HttpRequest request,
        string cycle,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is null
        )
        {
            return Problems.Of(
                StatusCodes.Status404NotFound,
                "not-found",
                $"There is no cycle '{cycle}'."
            );
        }
        var scope = new AuditScope(
            Files: request.Query["files"] == "true",
            Contacts: request.Query["contacts"] != "false"
        );
        var stop = request.HttpContext.RequestAborted;
        return Results.Stream(
            async body =>
            {
                await using var file = new StreamWriter(body, leaveOpen: true);
                await AuditFile.WriteAsync(export.LinesAsync(id, scope, stop), file, stop);
            },
            "application/jsonl",
            $"{id}.audit.jsonl"
        );
    }
}
