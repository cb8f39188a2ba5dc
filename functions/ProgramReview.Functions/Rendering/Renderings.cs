using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>All renderings that a dossier has, and which of them are made.</summary>
public sealed class Renderings(
    IEnumerable<IDossierRenderer> forms,
    DossierArchive archive,
    RenderingStore store,
    DossierContents contents
)
{
    private readonly IReadOnlyList<IDossierRenderer> renderers = [.. forms, archive];

    /// <summary>All of them, in the order in which they are made: an archive after what it holds.</summary>
    public IReadOnlyList<RenderingId> All =>
        [
            .. Enum.GetValues<Readers>()
                .SelectMany(audience =>
                    Enum.GetValues<Language>()
                        .SelectMany(language =>
                            renderers
                                .Where(renderer => renderer.Speaks(language))
                                .Select(renderer => new RenderingId(
                                    renderer.Format,
                                    language,
                                    audience
                                ))
                        )
                ),
        ];

    /// <summary>Makes one and keeps it; one that is there stays.</summary>
    /// <exception cref="InvalidOperationException">There is no such form any more, or one that it is made of is not made.</exception>
    public async Task MakeAsync(
        PlanLookup plan,
        string dossier,
        RenderingId id,
        CancellationToken cancellation
    )
    {
        var renderer = Of(id);
        await store.KeepAsync(
            plan.Plan.Cycle,
            dossier,
            id,
            renderer,
            async (target, stop) =>
                await renderer.WriteAsync(
                    await contents.OfAsync(plan, dossier, id.Language, id.Audience, stop),
                    target,
                    stop
                ),
            cancellation
        );
    }

    /// <summary>What a page offers of a dossier to an audience.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="path">The path that the renderings lie below.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RenderingListModel> ListAsync(
        RunningCycle cycle,
        string dossier,
        Readers audience,
        string path,
        CancellationToken cancellation
    )
    {
        var recorded = await RecordedAsync(cycle, dossier, cancellation);
        return recorded is null
            ? new RenderingListModel(
                path,
                [.. All.Where(id => id.Audience == audience)],
                await MadeAsync(
                    cycle.Ref.Cycle,
                    dossier,
                    id => id.Audience == audience,
                    cancellation
                )
            )
            {
                IsAtWork = cycle.State.Rounds.Any(round =>
                    round.DossierHash == dossier && cycle.State.AwaitsRenderings(round.Number)
                ),
            }
            : RenderingListModel.Of(
                path,
                [.. recorded.Files.Where(file => file.Id.Audience == audience)]
            );
    }

    /// <summary>A rendering that is made, or null.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="id">Which rendering.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RenderedFile?> FindAsync(
        RunningCycle cycle,
        string dossier,
        RenderingId id,
        CancellationToken cancellation
    ) =>
        await RecordedAsync(cycle, dossier, cancellation) is { } recorded
            ? recorded.Files.FirstOrDefault(file => file.Id == id)
        : await MadeAsync(cycle.Ref.Cycle, dossier, one => one == id, cancellation) is [var made]
            ? made
        : null;

    /// <summary>Opens a rendering, to be read from any place of it.</summary>
    public Task<Stream> OpenAsync(
        RunningCycle cycle,
        string dossier,
        RenderedFile file,
        CancellationToken cancellation
    ) => store.OpenAsync(cycle.Ref.Cycle, dossier, file, cancellation);

    private async Task<RenderingIndex?> RecordedAsync(
        RunningCycle cycle,
        string dossier,
        CancellationToken cancellation
    ) =>
        cycle.State.Renderings.Values.LastOrDefault(one => one.DossierHash == dossier)
            is { } rendered
            ? await store.FindAsync(cycle.Ref.Cycle, rendered.Index, cancellation)
            : null;

    /// <summary>Those made so far by the renderers there are now.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="which">Those to look for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<RenderedFile>> MadeAsync(
        CycleId cycle,
        string dossier,
        Func<RenderingId, bool> which,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await Task.WhenAll(
                    All.Where(which)
                        .Select(id =>
                            store.FindAsync(cycle, dossier, id, Of(id).Version, cancellation)
                        )
                )
            ).OfType<RenderedFile>(),
        ];

    private IDossierRenderer Of(RenderingId id) =>
        renderers.FirstOrDefault(renderer => renderer.Format == id.Format)
        ?? throw new InvalidOperationException($"Nothing renders dossiers as {id.Format}.");
}
