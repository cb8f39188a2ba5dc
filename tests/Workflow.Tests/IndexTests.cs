using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>The read models beside the record: right under crashes and races, and drawn again when they are gone.</summary>
public sealed class IndexTests
{
    private static readonly PlanLookup Wide = new(SyntheticPlan.Of(Plans.Small(), 260));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_crashes_between_the_writes_the_reconciler_leaves_what_the_streams_say(
        int seed
    )
    {
        var faults = new Crashes(seed);
        await using var world = await OpenAsync(faults);
        faults.Share = 0.15;

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteAsync(world, seed, writer)))
        );
        faults.Share = 0;
        Assert.True(faults.Count > 20, $"Only {faults.Count} calls failed.");

        // A look adds up exactly the rows there are, also those that a crash kept behind their stream.
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        var left = await RowsAsync(world);
        Assert.All(left, row => AssertIs(row, UpTo(row.Sequence)));
        await AssertSumsAsync(world, left);

        await world.Get<IndexRebuilder>().RebuildAsync(Wide.Plan.Cycle, Scenario.Cancel);
        var drawn = await RowsAsync(world);
        Assert.All(drawn, row => AssertIs(row, UpTo(long.MaxValue)));
        Assert.Equal(
            await StreamsAsync(world),
            drawn.Select(row => row.Assignment.ToString()).Order()
        );
        await AssertSumsAsync(world, drawn);

        Func<AssignmentId, EventStream> UpTo(long sequence) =>
            id =>
            {
                var whole = world
                    .Get<InMemoryEventStore>()
                    .ReadAsync(id.Stream, Scenario.Cancel)
                    .Result;
                return new EventStream(
                    id.Stream,
                    [.. whole.TakeWhile(entry => entry.Sequence <= sequence)]
                );
            };
    }

    [Fact]
    public async Task What_was_dropped_is_drawn_again_by_whoever_looks()
    {
        await using var world = await OpenAsync(new Crashes(1));
        await WriteAsync(world, seed: 1, writer: 0);
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        var (rows, all) = (await RowsAsync(world), await AllAsync(world));

        await world.Get<IAssignmentIndex>().DropAsync(Wide.Plan.Cycle, Scenario.Cancel);

        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        Assert.Equal(Text(rows), Text(await RowsAsync(world)));
        Assert.Equal(Text(all), Text(await AllAsync(world)));
    }

    [Fact]
    public async Task One_changed_assignment_costs_its_way_to_the_root_and_a_look_without_changes_one_query()
    {
        var calls = new Calls();
        await using var world = await OpenAsync(calls);
        await WriteAsync(world, seed: 1, writer: 0);
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        var tree = FanOutTree.Of(Wide);
        var id = Wide.Assignments.MaxBy(one => tree.PathTo(tree.PlaceOf(one)).Count)!;
        var depth = tree.PathTo(tree.PlaceOf(id)).Count;
        Assert.True(depth > 2);

        calls.Made.Clear();
        await AppendAsync(world, id, "once", new AssignmentEvent.Exempted("o", "x"));
        Assert.Equal(["PutAsync"], calls.Made);

        calls.Made.Clear();
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        Assert.Equal(depth, calls.Made.Count(call => call == "TryPutNodeAsync"));
        Assert.InRange(calls.Made.Count, 1, 2 + (4 * depth));

        calls.Made.Clear();
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        Assert.Equal(["GetStateAsync"], calls.Made);
    }

    [Fact]
    public async Task Rows_are_found_along_the_counts_from_any_place_on()
    {
        var calls = new Calls();
        await using var world = await OpenAsync(calls);
        var reader = world.Get<IndexReader>();
        var tree = FanOutTree.Of(Wide);
        var exempt = Wide.Assignments.Where((_, at) => at % 7 == 0).ToHashSet();
        foreach (var id in exempt)
        {
            await AppendAsync(world, id, "once", new AssignmentEvent.Exempted("o", "x"));
        }
        await reader.RefreshAsync(Wide, Scenario.Cancel);
        var all = await reader
            .AllAsync(Wide, FanOutNode.Root, Scenario.Cancel)
            .Select(row => row.Assignment)
            .ToListAsync(Scenario.Cancel);
        Assert.Equal(Wide.Assignments.Order(ById), all.Order(ById));
        var expected = all.Where(exempt.Contains).ToList();

        for (var skip = 0; skip <= expected.Count; skip++)
        {
            calls.Made.Clear();
            var found = await reader
                .WhereAsync(
                    Wide,
                    FanOutNode.Root,
                    node => node.CountAt(AssignmentPhase.Exempt, Wide.Plan.Opens),
                    row => row.Standing.Phase == AssignmentPhase.Exempt,
                    skip,
                    Scenario.Cancel
                )
                .Take(5)
                .Select(row => row.Assignment)
                .ToListAsync(Scenario.Cancel);

            Assert.Equal(expected.Skip(skip).Take(5), found);
            Assert.InRange(
                calls.Made.Count,
                1,
                4 * tree.Nodes.Max(node => tree.PathTo(node).Count) * 3
            );
        }
    }

    private static readonly Comparer<AssignmentId> ById = Comparer<AssignmentId>.Create(
        (one, other) => string.CompareOrdinal(one.ToString(), other.ToString())
    );

    private static async Task<World> OpenAsync(IPortInterceptor between)
    {
        var world = World.Create(
            Wide.Plan.Opens,
            configure: services =>
                services.AddSingleton(provider =>
                    PortProxy.Before<IAssignmentIndex>(
                        provider.GetRequiredService<InMemoryAssignmentIndex>(),
                        between
                    )
                )
        );
        var hash = await world.Get<PlanStore>().AddAsync(Wide.Plan, Scenario.Cancel);
        await world
            .Get<Recorder>()
            .WriteAsync(
                Wide.Plan.Cycle.Stream,
                "started",
                _ => new CycleEvent.Started(hash, 1, "tester", 1, "x"),
                Scenario.Cancel
            );
        await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
        return world;
    }

    // Writes random facts, and looks now and then; whatever fails is left as it is.
    private static async Task WriteAsync(World world, int seed, int writer)
    {
        var chance = new Random((seed * 100) + writer);
        for (var i = 0; i < 120; i++)
        {
            var id = Wide.Assignments[chance.Next(40) * (Wide.Assignments.Count / 40)];
            try
            {
                if (chance.Next(6) == 0)
                {
                    await world.Get<IndexReader>().RefreshAsync(Wide, Scenario.Cancel);
                }
                else
                {
                    await AppendAsync(world, id, $"{writer}-{i}", Fact(chance));
                }
            }
            catch (IOException)
            {
                // The writer died between its writes.
            }
        }
    }

    private static AssignmentEvent Fact(Random chance)
    {
        var (due, closes) = (
            Deadline.At(Wide.Plan.Opens.AddDays(5)),
            Deadline.At(Wide.Plan.Opens.AddDays(7))
        );
        return chance.Next(4) switch
        {
            0 => new AssignmentEvent.Mailed(
                "Request",
                $"o{chance.Next(9)}",
                "p",
                (MailResult)chance.Next(3)
            ),
            1 => new AssignmentEvent.Reminded(1, "o", "x"),
            2 => new AssignmentEvent.Opened(
                1,
                OpeningCause.Plan,
                due,
                closes.MovedBy(chance.Next(9)),
                [new("report", true)],
                null
            ),
            _ => new AssignmentEvent.Exempted("o", "x"),
        };
    }

    private static async Task AppendAsync(
        World world,
        AssignmentId id,
        string key,
        AssignmentEvent fact
    ) => await world.Get<Recorder>().WriteAsync(id.Stream, key, _ => fact, Scenario.Cancel);

    private static async Task<List<AssignmentRow>> RowsAsync(World world) =>
        await world
            .Get<InMemoryAssignmentIndex>()
            .ListAsync(Wide.Plan.Cycle, null, Scenario.Cancel)
            .ToListAsync(Scenario.Cancel);

    private static Task<NodeRow> AllAsync(World world) =>
        world.Get<IndexReader>().NodeAsync(Wide, FanOutNode.Root, Scenario.Cancel);

    private static async Task<List<string>> StreamsAsync(World world) =>
        await world
            .Get<InMemoryEventStore>()
            .ReadAllAsync(Wide.Plan.Cycle, Scenario.Cancel)
            .Select(entry => entry.Stream.Value)
            .Where(stream => stream != Wide.Plan.Cycle.Value)
            .Distinct()
            .Order()
            .ToListAsync(Scenario.Cancel);

    private static void AssertIs(AssignmentRow row, Func<AssignmentId, EventStream> stream) =>
        Assert.Equal(Text(AssignmentRow.Of(row.Assignment, stream(row.Assignment))), Text(row));

    private static async Task AssertSumsAsync(World world, List<AssignmentRow> rows)
    {
        var tree = FanOutTree.Of(Wide);
        var known = rows.ToDictionary(row => row.Assignment);
        foreach (var node in tree.Nodes)
        {
            var sum = NodeRow.Sum([
                .. Wide
                    .Assignments.Where(id => tree.PathTo(tree.PlaceOf(id)).Contains(node))
                    .Select(id =>
                        known.TryGetValue(id, out var row)
                            ? NodeRow.Of(row, Wide.Zone)
                            : NodeRow.Untouched(id.ReportType, 1)
                    ),
            ]);
            Assert.Equal(
                Text(sum),
                Text(await world.Get<IndexReader>().NodeAsync(Wide, node, Scenario.Cancel))
            );
        }
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);

    /// <summary>Fails before or after calls, and lets others pass in between.</summary>
    private sealed class Crashes(int seed) : IPortInterceptor
    {
        private readonly Random chance = new(seed);
        private int count;

        public double Share { get; set; }

        public int Count => count;

        public async Task<T> InterceptAsync<T>(PortCall call, Func<Task<T>> proceed)
        {
            double fate;
            lock (chance)
            {
                fate = chance.NextDouble();
            }
            for (var pass = 0; pass < (int)(fate * 1000) % 4; pass++)
            {
                await Task.Yield();
            }
            if (fate < Share / 2)
            {
                throw Crash(call);
            }
            var result = await proceed();
            return fate < Share ? throw Crash(call) : result;
        }

        private IOException Crash(PortCall call)
        {
            Interlocked.Increment(ref count);
            return new IOException($"{call.Method} failed.");
        }
    }

    /// <summary>Counts.</summary>
    private sealed class Calls : IPortInterceptor
    {
        public List<string> Made { get; } = [];

        public Task<T> InterceptAsync<T>(PortCall call, Func<Task<T>> proceed)
        {
            lock (Made)
            {
                Made.Add(call.Method);
            }
            return proceed();
        }
    }
}
