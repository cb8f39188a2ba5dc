using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Narrative;

/// <summary>Shows the author of the consolidated report what the reports say that it is drawn from.</summary>
internal sealed class LinkTextsFunction(
    LinkGate gate,
    LinkAddresses addresses,
    TextsView view,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(LinkTextsFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/texts/{assignment?}"
        )]
            HttpRequest request,
        string token,
        string? assignment,
        CancellationToken cancellation
    )
    {
        AssignmentId? about = null;
        if (
            await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held
            || AssignmentId.Parse(held.Link.Subject).ReportType
                != held.Cycle.Plan.Plan.ConsolidatedReport
            || (
                assignment is not null
                && (
                    !AssignmentId.TryParse(assignment, null, out about)
                    || !held.Cycle.Plan.Assignments.Contains(about)
                )
            )
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var context = held.Page(request, clock.GetUtcNow());
        var page = addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath;
        return about is null
            ? await view.ShowAsync(request, context, $"{page}/texts", page, cancellation)
            : await view.ShowAsync(request, context, about, $"{page}/texts", cancellation);
    }
}
