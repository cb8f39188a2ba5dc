using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class FigureContract : Contract
{
    private const int Districts = 3;
    private const int Communes = 4;

    private IFigureStore Store => Get<IFigureStore>();

    private FigureRecords Records => new(Get<Functions.Events.IDocumentStore>());

    private FigureReader Reader => new(Store, Records);

    [Fact]
    public async Task A_row_is_written_by_whoever_has_its_version()
    {
        var nothing = await FindAsync();
        Assert.Equal(new FoundFigureRow(null, null), nothing);

        Assert.True(await PutAsync("1", nothing.Version));
        Assert.False(await PutAsync("2", nothing.Version));
        var first = await FindAsync();
        Assert.True(await PutAsync("1", first.Version));
        Assert.False(await PutAsync("3", first.Version));

        Assert.Equal("1", (await FindAsync()).Row!.Hash);

        Task<FoundFigureRow> FindAsync() =>
            Store.FindAsync(Cycle, null, FanOutNode.Root, Cancellation);

        Task<bool> PutAsync(string hash, string? version) =>
            Store.TryPutAsync(
                Cycle,
                null,
                FanOutNode.Root,
                new FigureRow(hash, "layout", null),
                version,
                Cancellation
            );
    }

    [Fact]
    public async Task Rows_come_back_whole_and_by_the_node_above()
    {
        var plan = PlanOf();
        var tree = FigureTree.Of(plan);
        var kept = await FoldAsync(plan, tree);

        foreach (var node in tree.Nodes)
        {
            var below = await Store.ListAsync(Cycle, node, Cancellation);

            Assert.Equal(tree.Children(node).ToHashSet(), below.Keys.ToHashSet());
            foreach (var (child, row) in below)
            {
                Assert.Equal(kept[child].Hash, row.Hash);
                Assert.Equal((2, 3), (row.FoundHere, row.Found["between-parent"]));
                Assert.Equal(kept[child].Shares.ToBytes(), row.Shares!.ToBytes());
                var found = await Store.FindAsync(Cycle, node, child, Cancellation);
                Assert.Equal(row.Hash, found.Row!.Hash);
            }
        }
    }

    [Fact]
    public async Task Who_was_told_last_is_known_and_is_no_row_of_a_node()
    {
        Assert.Null(await Store.FindToldAsync(Cycle, Cancellation));
        foreach (var root in (string[])["one", "two"])
        {
            await Store.PutToldAsync(
                Cycle,
                new ToldFigures(root, new Dictionary<string, int> { ["between-falls"] = 4 }),
                Cancellation
            );
        }

        var told = await Store.FindToldAsync(Cycle, Cancellation);

        Assert.Equal(("two", 4), (told!.Root, told.Found["between-falls"]));
        Assert.Empty(await Store.ListAsync(Cycle, FanOutNode.Root, Cancellation));
    }

    [Fact]
    public async Task A_row_whose_shares_are_too_long_still_names_its_record()
    {
        var values = Enumerable
            .Range(0, 200_000)
            .Select(i => new FigureShare { Value = i * 7919m % 1_000_003 })
            .ToList();
        var shares = new FigureShares(FanOutNode.Root, "layout", "hash", values);

        Assert.True(
            await Store.TryPutAsync(
                Cycle,
                null,
                FanOutNode.Root,
                new FigureRow("hash", "layout", shares),
                null,
                Cancellation
            )
        );

        var row = (await Store.FindAsync(Cycle, null, FanOutNode.Root, Cancellation)).Row!;
        Assert.Equal("hash", row.Hash);
        Assert.True(row.Shares is null || row.Shares.Cells.Count == values.Count);
    }

    [Fact]
    public async Task A_page_finds_a_node_and_what_it_was_made_from()
    {
        var plan = PlanOf();
        Assert.Null(await Reader.FindAsync(plan, FanOutNode.Root, Cancellation));
        var kept = await FoldAsync(plan, FigureTree.Of(plan));

        var whole = await Reader.FindAsync(plan, FanOutNode.Root, Cancellation);

        Assert.Equal(kept[FanOutNode.Root].Hash, whole!.Hash);
        var line = Assert.Single(whole.Lines("members"));
        Assert.Equal(FigureState.Missing, line.Own!.Value.State);
        Assert.Equal(Agreement.Open, line.Agreement);
        Assert.Equal(50 + 50 + (Communes * 3), line.Below!.Value);
        var city = Assert.Single(
            await Reader.BelowAsync(plan, whole, Cancellation).ToListAsync(Cancellation)
        );
        Assert.Equal("city", city.Node.Body);
        Assert.Empty(whole.Lines("unknown"));
    }

    // The first district says nothing, so that its communes stand in.
    [Fact]
    public async Task Contributors_are_read_page_by_page_in_the_same_order_as_at_once()
    {
        var plan = PlanOf();
        var kept = await FoldAsync(plan, FigureTree.Of(plan));
        var layout = FigureLayout.Of(plan);
        var expected = Contributors
            .Of(layout, 0, kept[FanOutNode.Root].Figures, child => kept[child.Node].Figures)
            .Select(one => (one.Node, one.StandsFor))
            .ToList();
        Assert.Equal(Districts + Communes, expected.Count);
        var whole = (await Reader.FindAsync(plan, FanOutNode.Root, Cancellation))!;

        for (var size = 1; size <= expected.Count; size++)
        {
            var found = new List<(FanOutNode, FanOutNode?)>();
            FanOutNode? after = null;
            while (true)
            {
                var page = await Reader
                    .ContributorsAsync(plan, whole, 0, after, Cancellation)
                    .Take(size)
                    .ToListAsync(Cancellation);
                if (page.Count == 0)
                {
                    break;
                }
                found.AddRange(page.Select(one => (one.Node, one.StandsFor)));
                after = page[^1].Node;
            }
            Assert.Equal(expected, found);
        }
    }

    private PlanLookup PlanOf()
    {
        var plan = WidePlan.Of(Cycle, Districts, Communes).Plan;
        return new PlanLookup(
            plan with
            {
                Indicators =
                [
                    new Indicator
                    {
                        Code = "members",
                        Name = new("members", "members", "members"),
                        Unit = new("people", "people", "people"),
                        Kind = IndicatorKind.Count,
                        RollUp = RollUp.Sum,
                        AskedOf = [new AskedOf("r1", null), new AskedOf("r6", null)],
                    },
                ],
                Periods =
                [
                    new Period
                    {
                        Code = "2023",
                        Title = new("2023", "2023", "2023"),
                        To = new DateOnly(2023, 12, 31),
                    },
                ],
            }
        );
    }

    private async Task<Dictionary<FanOutNode, KeptFigures>> FoldAsync(
        PlanLookup plan,
        FigureTree tree
    )
    {
        var all = FigureFold.All(plan, id => Report(id)).ToDictionary(kept => kept.Figures.Node);
        foreach (var (node, kept) in all)
        {
            await Records.AddAsync(Cycle, kept, Cancellation);
            Assert.True(
                await Store.TryPutAsync(
                    Cycle,
                    tree.ParentOf(node),
                    node,
                    FigureRow.Of(kept, [], []) with
                    {
                        FoundHere = 2,
                        Found = new Dictionary<string, int> { ["between-parent"] = 3 },
                    },
                    null,
                    Cancellation
                )
            );
        }
        return all;
    }

    // Districts but the first tell fifty, communes three.
    private static ReportFigures Report(AssignmentId id) =>
        id.Body is "city" or "d0"
            ? ReportFigures.Missing(id)
            : new()
            {
                Assignment = id,
                Standing = ReportStanding.Counts,
                Part = "annex",
                Sha256 = new string('a', 64),
                Values = [new ReportedValue("members", "2023", id.Body[0] == 'd' ? 50 : 3, "F7")],
            };
}
