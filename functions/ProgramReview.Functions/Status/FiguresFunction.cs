using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Shows operations and auditors the figures of all reports, by indicator or by body, as a page, CSV or a workbook.</summary>
internal sealed class FiguresFunction(
    Cycles cycles,
    FiguresView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page or the file.</summary>
    [Function(nameof(FiguresFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/figures/{indicator?}"
        )]
            HttpRequest request,
        string cycle,
        string? indicator,
        CancellationToken cancellation
    ) =>
        CycleId.TryParse(cycle, null, out var id)
        && await cycles.FindAsync(id, cancellation) is { } running
        && FiguresQuery.Of(running.Plan, indicator, request.Query) is { } query
            ? await view.AnswerAsync(
                PageContext.For(
                    request,
                    running.Plan.Plan.Operations.Language,
                    clock.GetUtcNow(),
                    running.Plan
                ),
                query,
                request.Query["as"],
                cancellation
            )
            : await problems.PageAsync(request, StatusCodes.Status404NotFound);
}
