using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

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

    /// <summary>The names of all forms, the archive of all others last.</summary>
    public IEnumerable<string> Formats => renderers.Select(renderer => renderer.Format);

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

    /// <summary>What is known of a dossier's renderings: those on record, or else those made so far.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="state">What its events add up to.</param>
    /// <param name="dossier">The dossier's hash.</param>
    /// <param name="which">Those to look for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<RenderedFile>> FindAsync(
        CycleId cycle,
        CycleState state,
        string dossier,
        Func<RenderingId, bool> which,
        CancellationToken cancellation
    ) =>
        state.Renderings.Values.LastOrDefault(one => one.DossierHash == dossier) is { } rendered
            ?
            [
                .. (await store.GetAsync(cycle, rendered.Index, cancellation)).Files.Where(file =>
                    which(file.Id)
                ),
            ]
            : await MadeAsync(cycle, dossier, which, cancellation);

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
