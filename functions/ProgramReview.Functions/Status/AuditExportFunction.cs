using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives auditors and operations the whole record of a cycle as one file, to be kept and checked elsewhere.</summary>
internal sealed class AuditExportFunction(Cycles cycles, AuditExport export)
{
    /// <summary>Answers with the file, written as it is read.</summary>
    [Function(nameof(AuditExportFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{cycle}/audit")]
            HttpRequest request,
        string cycle,
        CancellationToken cancellation
    ) =>
        CycleId.TryParse(cycle, null, out var id)
        && await cycles.FindAsync(id, cancellation) is not null
            ? Results.Stream(
                file => export.WriteAsync(id, file, request.HttpContext.RequestAborted),
                "application/jsonl",
                $"{id}.audit.jsonl"
            )
            : Problems.Of(
                StatusCodes.Status404NotFound,
                "not-found",
                $"There is no cycle '{cycle}'."
            );
}
