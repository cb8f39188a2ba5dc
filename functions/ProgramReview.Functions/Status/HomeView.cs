using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Draws the first page. It says of a cycle what its directive says publicly: the programme, how far it is, when reports close.</summary>
internal sealed class HomeView(
    ICycleIndex index,
    Cycles cycles,
    PageRenderer renderer,
    TimeProvider clock
)
{
    private const int MostCycles = 20;

    /// <summary>The page.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="isLinkAsked">Whether a fresh link was just asked for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        bool isLinkAsked,
        CancellationToken cancellation
    )
    {
        var known = new List<RunningCycle>();
        foreach (var id in await index.ListCyclesAsync(cancellation))
        {
            if (await cycles.FindAsync(id, cancellation) is { } cycle)
            {
                known.Add(cycle);
            }
        }
        var model = new HomePageModel
        {
            Context = PageContext.For(request, Language.Vi, clock.GetUtcNow(), plan: null),
            Cycles =
            [
                .. known
                    .OrderByDescending(cycle => cycle.State.StartedAt)
                    .Select(HomeCycle.Of)
                    .OfType<HomeCycle>()
                    .Take(MostCycles),
            ],
            IsLinkAsked = isLinkAsked,
        };
        return new PageResult(await renderer.RenderAsync<HomePage>(model));
    }
}
