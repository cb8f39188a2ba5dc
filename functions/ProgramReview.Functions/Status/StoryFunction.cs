using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Tells the story of one assignment, or of the cycle itself, entry by entry.</summary>
internal sealed class StoryFunction(
    Cycles cycles,
    StoryView view,
    FormAnswers answers,
    Problems problems
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(StoryFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/story/{assignment?}"
        )]
            HttpRequest request,
        string cycle,
        string? assignment,
        CancellationToken cancellation
    )
    {
        AssignmentId? about = null;
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || (
                assignment is not null
                && (
                    !AssignmentId.TryParse(assignment, null, out about)
                    || !running.Plan.Assignments.Contains(about)
                )
            )
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var member = AccessMiddleware.StaffOf(request);
        return await view.ShowAsync(
            request,
            running,
            about,
            member.Role >= StaffRole.Operator,
            await answers.FindAsync(request, member.Owner, cancellation),
            cancellation
        );
    }
}
