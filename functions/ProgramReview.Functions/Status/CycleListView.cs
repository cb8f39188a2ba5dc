using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Draws the list of all cycles with the form that starts one.</summary>
internal sealed class CycleListView(
    ICycleIndex index,
    IndexReader rows,
    Cycles cycles,
    PlanLibrary library,
    PageRenderer renderer,
    TimeProvider clock
)
{
    /// <summary>The page.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="start">What came of the form that starts a cycle, or null.</param>
    /// <param name="mayStart">Whether the reader may start a cycle; others see no form for it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        FormAnswer? start,
        bool mayStart,
        CancellationToken cancellation
    )
    {
        var cards = new List<(DateTimeOffset Started, CycleRow Row)>();
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is not { } cycle)
            {
                continue;
            }
            await rows.RefreshAsync(cycle.Plan, cancellation);
            var all = await rows.NodeAsync(cycle.Plan, FanOutNode.Root, cancellation);
            var card = new CycleRow(
                cycle.Plan,
                cycle.State.End?.Outcome,
                all.Standings.Where(one => one.Standing.IsSettled).Sum(one => one.Count),
                cycle.Plan.Assignments.Count,
                $"/status/{id}",
                cycle.State.Publication is null ? null : $"/d/{id}"
            );
            cards.Add((cycle.State.StartedAt!.Value, card));
        }
        IReadOnlyList<CycleRow> newestFirst =
        [
            .. cards.OrderByDescending(row => row.Started).Select(row => row.Row),
        ];
        // Each operators' page speaks the language of its plan; this one belongs to all, and speaks as the newest does.
        var language = newestFirst is [{ Plan.Plan.Operations.Language: var spoken }, ..]
            ? spoken
            : Language.Vi;
        var read = start is null
            ? null
            : StartReading.Of(start.Values, start.File, library, clock.GetUtcNow());
        var model = new CycleListPageModel
        {
            Context = PageContext.For(request, language, clock.GetUtcNow(), null),
            Cycles = newestFirst,
            Plans = mayStart ? PlanLibrary.Names : [],
            // What could be started when it was sent may have passed since.
            Start =
                start is { Refusals: [] } && read?.Why is { } why
                    ? start with
                    {
                        Refusals = [why],
                    }
                    : start,
            Faults = read?.Reading?.Faults ?? [],
            Preview =
                mayStart
                && start is { Refusals: [] }
                && read is { Why: null, Reading: { Plan: { } plan } reading }
                    ? new StartPreview(start.Id, new PlanLookup(plan), reading.Warnings)
                    : null,
        };
        return new PageResult(await renderer.RenderAsync<CycleListPage>(model));
    }
}
