using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Pages;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Lists all cycles for operations, with a form that starts one.</summary>
internal sealed class CycleListFunction(
    ICycleIndex index,
    Cycles cycles,
    PageRenderer renderer,
    TimeProvider clock
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
        var rows = new List<(DateTimeOffset Started, CycleRow Row)>();
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is not { } cycle)
            {
                continue;
            }
            var summaries = await index.ListAsync(id, cancellation);
            var row = new CycleRow(
                cycle.Plan,
                cycle.State.End?.Outcome,
                summaries.Count(summary => summary.IsSettled),
                cycle.Plan.Assignments.Count,
                $"/status/{id}",
                cycle.State.Publication is null ? null : $"/d/{id}"
            );
            rows.Add((cycle.State.StartedAt!.Value, row));
        }
        var model = new CycleListPageModel
        {
            Context = new PageContext(Language.Vi, clock.GetUtcNow(), null),
            Cycles = [.. rows.OrderByDescending(row => row.Started).Select(row => row.Row)],
            Plans = PlanLibrary.Names,
        };
        return new PageResult(await renderer.RenderAsync<CycleListPage>(model));
    }
}
