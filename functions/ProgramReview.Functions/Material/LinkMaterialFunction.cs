using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Material;

/// <summary>Shows the author of the consolidated report the material for it, and gives its files.</summary>
internal sealed class LinkMaterialFunction(
    LinkGate gate,
    LinkAddresses addresses,
    MaterialView view,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the page or the file.</summary>
    [Function(nameof(LinkMaterialFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/consolidation/{file?}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        string? file,
        CancellationToken cancellation
    )
    {
        if (
            await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held
            || AssignmentId.Parse(held.Link.Subject).ReportType
                != held.Cycle.Plan.Plan.ConsolidatedReport
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var upload = addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath;
        var page = new MaterialPageModel
        {
            Context = held.Page(request, clock.GetUtcNow()),
            Steps = MaterialRules.Steps(held.Cycle.Plan).Count,
            Path = $"{upload}/consolidation",
            AskPath = $"{upload}/consolidation",
            TextsPath = $"{upload}/texts",
            BackPath = upload,
        };
        return await view.AnswerAsync(client, held.Cycle, page, file, cancellation)
            ?? await problem.AnswerAsync(request, token);
    }
}
