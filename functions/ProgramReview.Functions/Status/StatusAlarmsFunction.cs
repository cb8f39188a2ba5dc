using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Lists operations all exceptions of a kind, a page at a time.</summary>
internal sealed class StatusAlarmsFunction(
    Cycles cycles,
    StatusAlarms alarms,
    PageRenderer renderer,
    AudienceTable audiences,
    Problems problems,
    TimeProvider clock
)
{
    private const int MostSearched = 100;

    /// <summary>Answers with the page.</summary>
    [Function(nameof(StatusAlarmsFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "status/{cycle}/alarms/{kind}"
        )]
            HttpRequest request,
        string cycle,
        string kind,
        CancellationToken cancellation
    )
    {
        if (
            KindOf(kind) is not { } wanted
            || !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
        )
        {
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var (place, now) = (StatusPlace.Of(running.Plan, request.Query), clock.GetUtcNow());
        var page = PageNumber.Of(request.Query);
        var search = $"{request.Query["q"]}";
        search = search[..Math.Min(search.Length, MostSearched)];
        var shown = await alarms.PageAsync(running, place, wanted, search, page, now, cancellation);
        var context = PageContext.For(
            request,
            running.Plan.Plan.Operations.Language,
            now,
            running.Plan
        );
        var model = new StatusAlarmsModel
        {
            Context = context,
            Kind = wanted,
            Part = place.IsWhole ? null : place.NameOf(place.Node, context.Language),
            Alarms = shown.Alarms,
            Count = shown.Count,
            Page = page,
            Path = place.PathOf(wanted),
            At = place.IsWhole ? null : place.Node.ToString(),
            Search = search,
            BackPath = place.Path,
            PreviousPath = page > 1 ? place.PathOf(wanted, page - 1, search) : null,
            NextPath = shown.HasMore ? place.PathOf(wanted, page + 1, search) : null,
        };
        return new PageResult(
            await renderer.RenderAsync<StatusAlarmsPage>(
                model.For(AccessMiddleware.StaffOf(request).Role, audiences)
            )
        );
    }

    private static StatusAlarmKind? KindOf(string text)
    {
        foreach (var kind in Enum.GetValues<StatusAlarmKind>())
        {
            if (Text.Hyphenate(kind.ToString()) == text)
            {
                return kind;
            }
        }
        return null;
    }
}
