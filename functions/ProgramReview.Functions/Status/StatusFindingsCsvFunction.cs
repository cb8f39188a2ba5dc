using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Gives operations what was found as CSV: a line for each report and kind, of all kinds or of one.</summary>
internal sealed class StatusFindingsCsvFunction(
    Cycles cycles,
    StatusFindings findings,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(StatusFindingsCsvFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/findings.csv"
        )]
            HttpRequest request,
        string cycle,
        CancellationToken cancellation
    )
    {
        var code = request.Query[StatusPlace.KindQuery] is [{ Length: > 0 } named] ? named : null;
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || (code is not null && !Text.Has($"fault.{code}"))
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var place = StatusPlace.Of(running.Plan, request.Query);
        return FindingsCsv.Of(
            PageContext.For(
                request,
                running.Plan.Plan.Operations.Language,
                clock.GetUtcNow(),
                running.Plan
            ),
            await findings.AllAsync(running, place, code, cancellation),
            code,
            code is null ? $"{id}-findings.csv" : $"{id}-{code}.csv"
        );
    }
}
