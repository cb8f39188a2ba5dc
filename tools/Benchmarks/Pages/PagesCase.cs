using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Benchmarks.Receipts;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Host.Azurite;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>What a look at a cycle costs, and what is made of all of it at once: the index from the record, the dossier from both.</summary>
/// <param name="Name">The size's name.</param>
/// <param name="Bodies">How many bodies; 0 for the shipped plan.</param>
/// <param name="Looks">How many looks are measured.</param>
internal sealed record PagesCase(string Name, int Bodies, int Looks)
{
    // The cycle's stream, state, node, rows, nodes below, and the twenty decisions.
    private const int MostOperations = 30;

    // And the way of one change to the root.
    private const int MostOperationsAfterAChange = 40;
    private const double MostSecondsOfALook = 0.3;
    private const double MostSecondsOfCompiling = 60;

    // The root twice, the cycle, a page of reports, the consolidated one, and the first pieces that have each exception.
    private const int MostOperationsOfADossier = 20;
    private const double MostSecondsOfFiles = 120;

    /// <summary>Whether a case of this size is asked for.</summary>
    public bool IsAmong(Func<string, bool> cases) =>
        ((string[])["index", "status", "compile", "dossier"]).Any(what => cases($"{what}-{Name}"));

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(AzuriteProcess azurite)
    {
        await using var world = await PagesWorld.OpenAsync(azurite, Bodies);
        var count = world.Plan.Assignments.Count;
        var drawn = await TimeAsync(
            world,
            () =>
                world
                    .World.Get<IndexRebuilder>()
                    .RebuildAsync(world.Plan.Plan.Cycle, CancellationToken.None)
        );
        await LookAsync(world);
        var looks = new List<(double Seconds, int Operations)>();
        for (var i = 0; i < Looks; i++)
        {
            looks.Add(await TimeAsync(world, () => LookAsync(world)));
        }
        var after = new List<(double Seconds, int Operations)>();
        for (var i = 0; i < Looks; i++)
        {
            await ChangeAsync(world, i);
            after.Add(await TimeAsync(world, () => LookAsync(world)));
        }
        var (compiled, compileHeap) = await HeapAsync(() =>
            TimeAsync(world, () => CompileAsync(world))
        );
        var read = new List<(double Seconds, int Operations)>();
        for (var i = 0; i < Looks; i++)
        {
            read.Add(await TimeAsync(world, () => ReadAsync(world, i)));
        }
        var forms = new List<Measurement>();
        foreach (var form in world.World.Get<IEnumerable<IDossierRenderer>>())
        {
            var (drawnAsFiles, filesHeap) = await HeapAsync(() =>
                TimeAsync(world, () => DrawAsync(world, form))
            );
            forms.Add(
                new($"dossier-{form.Format}-{Name}", "azurite", drawnAsFiles.Seconds)
                {
                    Items = count,
                    Figures = new()
                    {
                        ["operations"] = drawnAsFiles.Operations,
                        ["heapMegabytes"] = filesHeap,
                    },
                    Limits =
                    [
                        new(
                            "s with compiling",
                            compiled.Seconds + drawnAsFiles.Seconds,
                            MostSecondsOfFiles,
                            IsBinding: false
                        ),
                    ],
                }
            );
        }
        return
        [
            new($"index-{Name}", "azurite", drawn.Seconds)
            {
                Items = count,
                Figures = new() { ["operations"] = drawn.Operations },
            },
            Look($"status-{Name}", looks, MostOperations),
            Look($"status-changed-{Name}", after, MostOperationsAfterAChange),
            new($"compile-{Name}", "azurite", compiled.Seconds)
            {
                Items = count,
                Figures = new()
                {
                    ["operations"] = compiled.Operations,
                    ["heapMegabytes"] = compileHeap,
                },
                Limits = [new("s", compiled.Seconds, MostSecondsOfCompiling, IsBinding: false)],
            },
            Look($"dossier-{Name}", read, MostOperationsOfADossier),
            .. forms,
        ];
    }

    private static async Task<(T Made, double Megabytes)> HeapAsync<T>(Func<Task<T>> work)
    {
        var heap = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watch = new Timer(
            _ => heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)),
            null,
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(50)
        );
        return (await work(), Math.Round((heap - before) / 1e6));
    }

    private static Measurement Look(
        string name,
        List<(double Seconds, int Operations)> looks,
        int mostOperations
    )
    {
        var p95 = Percentile.Of(looks.Select(look => look.Seconds), 95);
        var operations = looks.Max(look => look.Operations);
        return new(name, "azurite", Percentile.Of(looks.Select(look => look.Seconds), 50))
        {
            Figures = new()
            {
                ["p95Milliseconds"] = Math.Round(p95 * 1000),
                ["operations"] = operations,
            },
            Limits =
            [
                new("p95 s", p95, MostSecondsOfALook, IsBinding: false),
                new("operations", operations, mostOperations, IsBinding: true),
            ],
        };
    }

    private static async Task<(double Seconds, int Operations)> TimeAsync(
        PagesWorld world,
        Func<Task> work
    )
    {
        world.Operations.Reset();
        var watch = Stopwatch.StartNew();
        await work();
        return (watch.Elapsed.TotalSeconds, world.Operations.Value);
    }

    private static async Task LookAsync(PagesWorld world)
    {
        var model = await world
            .World.Get<StatusView>()
            .ModelAsync(
                await world.CycleAsync(),
                new DefaultHttpContext().Request,
                answer: null,
                CancellationToken.None
            );
        await world.World.Get<PageRenderer>().RenderAsync<StatusPage>(model);
    }

    private static async Task ChangeAsync(PagesWorld world, int i) =>
        await world
            .World.Get<Recorder>()
            .WriteAsync(
                world.Plan.Assignments[i * 7919 % world.Plan.Assignments.Count].Stream,
                FormattableString.Invariant($"changed-{i}"),
                _ => new AssignmentEvent.Reminded(1, "bench", "A benchmark.")
            );

    // Another page of its reports each time.
    private static async Task ReadAsync(PagesWorld world, int i)
    {
        var cycle = await world.CycleAsync();
        var hash = cycle.State.Dossiers[1];
        var pages = (world.Plan.Assignments.Count + DossierPiece.Most - 1) / DossierPiece.Most;
        var place = new DossierPlace(
            "/d/x",
            new PageContext(Language.Vi, DateTimeOffset.UnixEpoch, world.Plan),
            Readers.Participants
        )
        {
            Query = new QueryCollection(
                new Dictionary<string, StringValues>
                {
                    ["page"] = FormattableString.Invariant($"{(i % pages) + 1}"),
                }
            ),
        };
        var page = await world
            .World.Get<DossierView>()
            .ServeAsync(cycle, hash, place, "dossier", null, CancellationToken.None);
        if (page is null)
        {
            throw new InvalidOperationException("The dossier was not shown.");
        }
    }

    private static async Task DrawAsync(PagesWorld world, IDossierRenderer form)
    {
        var cycle = await world.CycleAsync();
        var content = await world
            .World.Get<DossierContents>()
            .OfAsync(
                world.Plan,
                cycle.State.Dossiers[1],
                Language.Vi,
                Readers.Participants,
                CancellationToken.None
            );
        await form.WriteAsync(content, Stream.Null, CancellationToken.None);
    }

    private static async Task CompileAsync(PagesWorld world)
    {
        var activity = ActivatorUtilities.CreateInstance<CompileDossierActivity>(
            world.World.Get<IServiceProvider>()
        );
        var cycle = await world.CycleAsync();
        var compiled = await activity.RunAsync(new(cycle.Ref, 1, 0), CancellationToken.None);
        if (compiled.DossierHash is null)
        {
            throw new InvalidOperationException("The dossier was not compiled.");
        }
    }
}
