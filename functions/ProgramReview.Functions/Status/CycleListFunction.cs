using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Status;

/// <summary>Lists all cycles for operations, with a form that starts one.</summary>
internal sealed class CycleListFunction(CycleListView view, AudienceTable audiences)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(CycleListFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cycles")]
            HttpRequest request,
        CancellationToken cancellation
    ) =>
        await view.ShowAsync(
            new StartDraft(),
            audiences.IsOpenTo(AccessMiddleware.StaffOf(request).Role, nameof(StartCycleFunction)),
            StatusCodes.Status200OK,
            cancellation
        );
}
