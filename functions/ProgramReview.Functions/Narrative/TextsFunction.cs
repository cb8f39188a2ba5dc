using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Narrative;

/// <summary>Shows operations and auditors what reports say: a section of several bodies, a search, or one report.</summary>
internal sealed class TextsFunction(
    Cycles cycles,
    TextsView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(TextsFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/texts/{assignment?}"
        )]
            HttpRequest request,
        string cycle,
        string? assignment,
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
        var context = PageContext.For(
            request,
            running.Plan.Plan.Operations.Language,
            clock.GetUtcNow(),
            running.Plan
        );
        var path = $"/status/{id}/texts";
        if (assignment is null)
        {
            return await view.ShowAsync(request, context, path, $"/status/{id}", cancellation);
        }
        return
            AssignmentId.TryParse(assignment, null, out var about)
            && running.Plan.Assignments.Contains(about)
            ? await view.ShowAsync(request, context, about, path, cancellation)
            : await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
