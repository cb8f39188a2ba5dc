using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Shows operations where a cycle stands.</summary>
internal sealed class StatusPageFunction(
    Cycles cycles,
    StatusView view,
    PageRenderer renderer,
    FormAnswers answers,
    AudienceTable audiences,
    Problems problems
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(StatusPageFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/{cycle}")]
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
            return await problems.PageAsync(StatusCodes.Status404NotFound);
        }
        var member = AccessMiddleware.StaffOf(request);
        var model = await view.ModelAsync(
            running,
            request.Query,
            await answers.FindAsync(request, member.Owner, cancellation),
            cancellation
        );
        return new PageResult(
            await renderer.RenderAsync<StatusPage>(model.For(member.Role, audiences))
        );
    }
}
