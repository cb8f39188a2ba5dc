using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Material;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>Shows operations and auditors the material for the consolidated report, and gives them its files.</summary>
internal sealed class MaterialFunction(
    Cycles cycles,
    MaterialView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page or the file.</summary>
    [Function(nameof(MaterialFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/material/{file?}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string? file,
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
        var status = $"/status/{id}";
        var page = new MaterialPageModel
        {
            Context = PageContext.For(
                request,
                running.Plan.Plan.Operations.Language,
                clock.GetUtcNow(),
                running.Plan
            ),
            Steps = MaterialRules.Steps(running.Plan).Count,
            Path = $"{status}/material",
            OrderPath =
                AccessMiddleware.StaffOf(request).Role >= StaffRole.Operator
                    ? $"{status}?form=make-material#make-material"
                    : null,
            TextsPath = $"{status}/texts",
            BackPath = status,
        };
        return await view.AnswerAsync(client, running, page, file, cancellation)
            ?? await problems.PageAsync(request, StatusCodes.Status404NotFound);
    }
}
