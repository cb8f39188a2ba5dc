using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Has the material made anew for the author of the consolidated report; where it may not be asked for, its page says how it stands.</summary>
internal sealed class AskMaterialFunction(
    LinkGate gate,
    LinkAddresses addresses,
    MaterialHandler material,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Asks for it, and leads back to its page.</summary>
    [Function(nameof(AskMaterialFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}/consolidation")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
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
        if (MaterialRules.MayAsk(held.Cycle.State, clock.GetUtcNow()))
        {
            await material.AskAsync(client, held.Cycle, held.Link.Person, cancellation);
        }
        return new SeeOther(
            $"{addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath}/consolidation"
        );
    }
}
