using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Lists all cycles for operations, with a form that starts one.</summary>
internal sealed class CycleListFunction(
    CycleListView view,
    FormAnswers answers,
    AudienceTable audiences
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(CycleListFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cycles")]
            HttpRequest request,
        CancellationToken cancellation
    )
    {
        var member = AccessMiddleware.StaffOf(request);
        return await view.ShowAsync(
            request,
            await answers.FindAsync(request, member.Owner, cancellation),
            audiences.IsOpenTo(member.Role, nameof(StartCycleFunction)),
            cancellation
        );
    }
}
