using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Shows operations what was found over all reports: the kinds, or of one kind the reports, a page at a time.</summary>
internal sealed class StatusFindingsFunction(
    Cycles cycles,
    StatusFindings findings,
    PageRenderer renderer,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(StatusFindingsFunction)), OpenTo(Audience.Auditors)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/findings/{code?}"
        )]
            HttpRequest request,
        string cycle,
        string? code,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || (code is not null && !Text.Has($"fault.{code}"))
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var place = StatusPlace.Of(running.Plan, request.Query);
        var context = PageContext.For(
            request,
            running.Plan.Plan.Operations.Language,
            clock.GetUtcNow(),
            running.Plan
        );
        if (code is null)
        {
            return new PageResult(
                await renderer.RenderAsync<StatusFindingsPage>(
                    new StatusFindingsModel
                    {
                        Context = context,
                        Part = PartOf(place, context),
                        Kinds = await findings.KindsAsync(running, place, cancellation),
                        BackPath = place.Path,
                        PathOf = kind => place.FindingsPath(kind),
                        CsvPath = place.FindingsCsvPath(),
                    }
                )
            );
        }
        var page = PageOf(request);
        var (rows, count) = await findings.PageAsync(running, place, code, page, cancellation);
        return new PageResult(
            await renderer.RenderAsync<FindingReportsPage>(
                new FindingReportsModel
                {
                    Context = context,
                    Code = code,
                    Part = PartOf(place, context),
                    Rows = rows,
                    Count = count,
                    Page = page,
                    BackPath = place.FindingsPath(),
                    StoryOf = place.StoryOf,
                    CsvPath = place.FindingsCsvPath(code),
                    PreviousPath = page > 1 ? place.FindingsPath(code, page - 1) : null,
                    NextPath =
                        page * StatusFindings.MostOnPage < count
                            ? place.FindingsPath(code, page + 1)
                            : null,
                }
            )
        );
    }

    private static string? PartOf(StatusPlace place, PageContext context) =>
        place.IsWhole ? null : place.NameOf(place.Node, context.Language);

    private static int PageOf(HttpRequest request) =>
        int.TryParse(
            request.Query["page"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        ) && number is > 0 and < 100_000
            ? number
            : 1;
}
