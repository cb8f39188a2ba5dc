using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows staff every judgement that was close to a deadline, as the record has them now.</summary>
internal sealed class FairnessFunction(
    Cycles cycles,
    IndexReader index,
    FairnessView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page, or with the CSV.</summary>
    [Function(nameof(FairnessFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/fairness/{format?}"
        )]
            HttpRequest request,
        string cycle,
        string? format,
        CancellationToken cancellation
    )
    {
        if (
            format is not (null or "csv")
            || !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var order = running
            .Plan.Assignments.Index()
            .ToDictionary(one => one.Item, one => one.Index);
        var lines = await index
            .AllAsync(running.Plan, FanOutNode.Root, cancellation)
            .SelectMany(row => row.CloseCalls)
            .OrderBy(line => order[line.Assignment])
            .ToListAsync(cancellation);
        var model = new FairnessPageModel
        {
            Context = PageContext.For(
                request,
                running.Plan.Plan.Operations.Language,
                clock.GetUtcNow(),
                running.Plan
            ),
            Lines = format is null
                ?
                [
                    .. lines
                        .OrderBy(line => line.Distance.Duration())
                        .Take(DossierPieces.MostClosest),
                ]
                : lines,
            Count = lines.Count,
            Outages = running.State.Outages,
            HealthGaps = running.State.HealthGaps,
            CsvPath = $"/status/{id}/fairness/csv",
            BackPath = $"/status/{id}",
            BackKey = "story.back",
        };
        return format is null
            ? await view.PageAsync(model, isPublic: false)
            : FairnessView.Table(model);
    }
}
