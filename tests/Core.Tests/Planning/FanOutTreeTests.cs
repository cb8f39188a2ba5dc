using System.Text.Json;
using CsCheck;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Planning;

public sealed class FanOutTreeTests
{
    private static readonly Gen<Plan> Trees =
        from size in Gen.OneOf(Gen.Int[1, 30], Gen.Int[31, 300], Gen.Int[301, 2000])
        from reach in Gen.Int[1, 1000]
        from picks in Gen.Int[0, int.MaxValue - 1].Array[size]
        from owing in Gen.Int[0, 3].Array[size]
        select Tree(picks, owing, reach);

    [Fact]
    public void Every_assignment_hangs_in_the_tree_exactly_once() =>
        Trees.Sample(plan => Hang(new PlanLookup(plan)), iter: 60, threads: 2);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(10_000, 2)]
    [InlineData(12_000, 3)]
    public void A_flat_plan_grows_only_logarithmically_deep(int bodies, int depth)
    {
        var plan = new PlanLookup(
            Tree([.. Enumerable.Repeat(-1, bodies)], [.. Enumerable.Repeat(1, bodies)], 1)
        );

        Assert.Equal(depth, Hang(plan));
    }

    [Fact]
    public void Twelve_thousand_bodies_of_a_realistic_tree_hang_at_most_four_deep()
    {
        // A hundred and twenty with a hundred below each, and some on their own.
        var plan = Tree(
            [.. Enumerable.Range(0, 12_000).Select(i => i < 120 ? 0 : i)],
            [.. Enumerable.Repeat(1, 12_000)],
            reach: 120
        );

        Assert.InRange(Hang(new PlanLookup(plan)), 2, 4);
    }

    [Fact]
    public void A_body_without_children_hangs_directly_and_one_with_children_as_a_node()
    {
        var plan = new PlanLookup(SamplePlan.Plan);

        Assert.Equal(
            ["sample.agency.summary", "north", "sample.south.part"],
            Names(plan, FanOutNode.Root)
        );
        Assert.Equal(
            ["sample.north.part", "sample.village.part"],
            Names(plan, new FanOutNode("north"))
        );
    }

    [Theory]
    [InlineData("~")]
    [InlineData("~0-100")]
    [InlineData("ba-vi")]
    [InlineData("ba-vi~100-200")]
    public void A_node_is_its_text(string text)
    {
        var node = FanOutNode.Parse(text, null);

        Assert.Equal(text, node.ToString());
        Assert.Equal(node, JsonSerializer.Deserialize<FanOutNode>(JsonSerializer.Serialize(node)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("~~")]
    [InlineData("Ba Vi")]
    [InlineData("a~5-5")]
    [InlineData("a~-1-5")]
    [InlineData("a~1")]
    public void Other_texts_are_no_nodes(string text) =>
        Assert.False(FanOutNode.TryParse(text, null, out _));

    [Fact]
    public void An_item_survives_json()
    {
        FanOutItem[] items =
        [
            new FanOutItem.Report(AssignmentId.Parse("c.b.t")),
            new FanOutItem.Branch(FanOutNode.Parse("b~0-100", null)),
        ];

        Assert.Equal(
            items,
            JsonSerializer.Deserialize<FanOutItem[]>(JsonSerializer.Serialize(items))
        );
    }

    [Fact]
    public void Nodes_of_another_plan_are_refused()
    {
        var plan = new PlanLookup(SamplePlan.Plan);

        Assert.Throws<KeyNotFoundException>(() =>
            FanOutTree.Of(plan).Children(new FanOutNode("west"))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            FanOutTree.Of(plan).Children(FanOutNode.Parse("~0-4", null))
        );
        Assert.All(
            ["west", "west~0-4", "~0-4", "~"],
            text => Assert.Null(FanOutTree.Of(plan).ParentOf(FanOutNode.Parse(text, null)))
        );
    }

    /// <summary>Walks the tree, checks all of it, and gives its depth.</summary>
    private static int Hang(PlanLookup plan)
    {
        var found = new List<AssignmentId>();
        var ids = new HashSet<string>();
        var depth = 0;
        var level = new List<FanOutNode> { FanOutNode.Root };
        for (; level.Count > 0; depth++)
        {
            var next = new List<FanOutNode>();
            foreach (var node in level)
            {
                Assert.True(ids.Add(node.ToString()));
                Assert.Matches("^[a-z0-9~-]+$", node.ToString());
                var children = FanOutTree.Of(plan).Children(node);
                Assert.InRange(
                    children.Count,
                    plan.Assignments.Count == 0 ? 0 : 1,
                    FanOutTree.MaxChildren
                );
                found.AddRange(
                    children.OfType<FanOutItem.Report>().Select(report => report.Assignment)
                );
                Assert.All(
                    children,
                    child =>
                        Assert.Equal(
                            node,
                            child switch
                            {
                                FanOutItem.Report report => FanOutTree
                                    .Of(plan)
                                    .PlaceOf(report.Assignment),
                                FanOutItem.Branch branch => FanOutTree
                                    .Of(plan)
                                    .ParentOf(branch.Node),
                                _ => null,
                            }
                        )
                );
                next.AddRange(children.OfType<FanOutItem.Branch>().Select(branch => branch.Node));
            }

            level = next;
        }

        Assert.Equal(
            plan.Assignments.Select(id => id.ToString()).Order(),
            found.Select(id => id.ToString()).Order()
        );
        var tree = FanOutTree.Of(plan);
        Assert.All(
            plan.Assignments,
            id => Assert.Contains(new FanOutItem.Report(id), tree.Children(tree.PlaceOf(id)))
        );
        Assert.All(
            tree.Nodes,
            node =>
            {
                Assert.Equal(
                    (FanOutNode.Root, node),
                    (tree.PathTo(node)[0], tree.PathTo(node)[^1])
                );
                Assert.Equal(tree.ParentOf(node), tree.PathTo(node).SkipLast(1).LastOrDefault());
            }
        );
        Assert.Equal(ids.Count, tree.Nodes.Count());
        Assert.Equal(plan.Assignments.Count, tree.CountsOf(FanOutNode.Root).Values.Sum());
        // Each body on the way down adds one level, and one more for each hundredfold of its items.
        Assert.InRange(
            depth,
            1,
            (Height(plan.Plan) + 1) * (int)Math.Ceiling(Math.Log(plan.Assignments.Count + 100, 100))
        );
        return depth;
    }

    private static int Height(Plan plan)
    {
        var heights = new Dictionary<string, int>();
        foreach (var body in plan.Bodies)
        {
            heights[body.Code] = body.Parent is { } parent ? heights[parent] + 1 : 1;
        }

        return heights.Values.Max();
    }

    private static IEnumerable<string> Names(PlanLookup plan, FanOutNode node) =>
        FanOutTree
            .Of(plan)
            .Children(node)
            .Select(item =>
                item switch
                {
                    FanOutItem.Report report => report.Assignment.ToString(),
                    FanOutItem.Branch branch => branch.Node.ToString(),
                    _ => throw new InvalidOperationException(),
                }
            );

    /// <summary>A forest in which body i hangs below one of the first bodies within reach; bit j of owing: it owes type j.</summary>
    private static Plan Tree(int[] picks, int[] owing, int reach) =>
        SamplePlan.Plan with
        {
            Bodies =
            [
                .. picks.Select(
                    (pick, i) =>
                        SamplePlan.Body(
                            $"b{i}",
                            "unit",
                            i == 0 || pick % 9 < 1 ? null : $"b{Above(i, pick, reach)}"
                        )
                ),
            ],
            ReportTypes =
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(j =>
                        SamplePlan.Type(
                            $"t{j}",
                            10,
                            [
                                .. owing
                                    .Index()
                                    .Where(entry => (entry.Item >> j) % 2 == 1)
                                    .Select(entry => $"b{entry.Index}"),
                            ]
                        )
                    ),
            ],
        };

    // Parents among the first bodies make broad trees, among the last ones deep trees.
    private static int Above(int i, int pick, int reach) =>
        reach % 2 == 0 ? pick % Math.Min(i, reach) : i - 1 - (pick % Math.Min(i, reach));
}
