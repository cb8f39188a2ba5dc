using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Shows staff every judgement that was close to a deadline, as the record has them now.</summary>
internal sealed class FairnessFunction(
    Cycles cycles,
    IEventStore record,
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
        var lines = new List<FairnessLine>();
        foreach (var assignment in running.Plan.Assignments)
        {
            lines.AddRange(
                Fairness.Of(assignment, await record.ReadAsync(assignment.Stream, cancellation))
            );
        }
        var model = new FairnessPageModel
        {
            Context = PageContext.For(
                request,
                running.Plan.Plan.Operations.Language,
                clock.GetUtcNow(),
                running.Plan
            ),
            Lines = lines,
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
