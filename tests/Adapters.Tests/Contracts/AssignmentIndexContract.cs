using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class AssignmentIndexContract : Contract
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly FanOutNode Leaf = new("ba-vi", new FanOutChunk(0, 100));
    private static readonly FanOutNode Other = new("ba-vi", new FanOutChunk(100, 200));

    private IAssignmentIndex Index => Get<IAssignmentIndex>();

    [Fact]
    public async Task A_row_comes_back_whole()
    {
        var id = Assignment("unit");
        var row = AssignmentRow.Of(id, Story(id));
        Assert.NotNull(row.Deciding);
        Assert.NotEmpty(row.CloseCalls);
        Assert.NotEmpty(row.Rulings);
        Assert.NotEmpty(row.Decisions);
        Assert.NotEmpty(row.FailedLetters);
        Assert.NotEmpty(row.Findings);
        Assert.NotNull(row.Extension);
        Assert.NotNull(row.Exemption);

        await Index.PutAsync(row, Leaf, null, Cancellation);

        Assert.Equivalent(row, await Index.FindAsync(id, Leaf, Cancellation), strict: true);
        Assert.Null(await Index.FindAsync(Assignment("nobody"), Leaf, Cancellation));
    }

    [Fact]
    public async Task An_older_row_never_replaces_a_newer_one()
    {
        await Index.PutAsync(Row("unit", 5, AssignmentPhase.OnTime), Leaf, null, Cancellation);

        await Index.PutAsync(Row("unit", 4, AssignmentPhase.Open), Leaf, null, Cancellation);

        Assert.Equal([(5, AssignmentPhase.OnTime)], await RowsAsync());
    }

    [Fact]
    public async Task A_newer_row_and_one_of_the_same_age_replace()
    {
        await Index.PutAsync(Row("unit", 4, AssignmentPhase.Open), Leaf, null, Cancellation);
        await Index.PutAsync(Row("unit", 5, AssignmentPhase.Open), Leaf, null, Cancellation);

        await Index.PutAsync(Row("unit", 5, AssignmentPhase.Exempt), Leaf, null, Cancellation);

        Assert.Equal([(5, AssignmentPhase.Exempt)], await RowsAsync());
    }

    [Fact]
    public async Task Whatever_the_order_of_arrival_the_newest_remains()
    {
        await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(i =>
                    Task.Run(() =>
                        Index.PutAsync(
                            Row("unit", i, AssignmentPhase.Open),
                            Leaf,
                            null,
                            Cancellation
                        )
                    )
                )
        );

        Assert.Equal([(20, AssignmentPhase.Open)], await RowsAsync());
    }

    [Fact]
    public async Task Rows_are_listed_by_node()
    {
        foreach (var body in (string[])["b", "a-1", "a"])
        {
            await Index.PutAsync(Row(body, 1, AssignmentPhase.Open), Leaf, null, Cancellation);
        }
        await Index.PutAsync(Row("c", 1, AssignmentPhase.Open), Other, null, Cancellation);
        await Index.PutAsync(
            Row("d", 1, AssignmentPhase.Open),
            FanOutNode.Root,
            null,
            Cancellation
        );

        Assert.Equal(["a-1", "a", "b"], await BodiesAsync(Leaf));
        Assert.Equal(["c"], await BodiesAsync(Other));
        Assert.Equal(["d"], await BodiesAsync(FanOutNode.Root));
        Assert.Equal(["a", "a-1", "b", "c", "d"], (await BodiesAsync(null)).Order());
    }

    [Fact]
    public async Task A_written_row_marks_its_node_until_the_mark_is_cleared()
    {
        Assert.Empty((await Index.GetStateAsync(Cycle, Cancellation)).Changed);
        await Index.PutAsync(Row("a", 1, AssignmentPhase.Open), Leaf, null, Cancellation);
        await Index.PutAsync(Row("b", 1, AssignmentPhase.Open), Leaf, null, Cancellation);
        await Index.PutAsync(
            Row("c", 1, AssignmentPhase.Open),
            FanOutNode.Root,
            null,
            Cancellation
        );

        var marks = (await Index.GetStateAsync(Cycle, Cancellation)).Changed;
        Assert.Equal(
            [Leaf, FanOutNode.Root],
            marks.Select(mark => mark.Node).OrderBy(node => node.ToString(), StringComparer.Ordinal)
        );

        await Index.ClearAsync(Cycle, marks, Cancellation);
        await Index.ClearAsync(Cycle, marks, Cancellation);

        Assert.Empty((await Index.GetStateAsync(Cycle, Cancellation)).Changed);
    }

    [Fact]
    public async Task A_node_that_changed_again_keeps_its_mark()
    {
        await Index.PutAsync(Row("a", 1, AssignmentPhase.Open), Leaf, null, Cancellation);
        var seen = (await Index.GetStateAsync(Cycle, Cancellation)).Changed;

        await Index.PutAsync(Row("a", 2, AssignmentPhase.Open), Leaf, null, Cancellation);
        await Index.ClearAsync(Cycle, seen, Cancellation);

        Assert.Single((await Index.GetStateAsync(Cycle, Cancellation)).Changed);
    }

    [Fact]
    public async Task A_row_marks_its_figures_when_others_follow_from_it()
    {
        var id = Assignment("unit");
        var place = new FigurePlace(new FanOutNode("unit"), 2);
        var nothing = AssignmentRow.Of(id, new EventStream(id.Stream, []));
        var whole = AssignmentRow.Of(id, Story(id));
        Assert.Contains(whole.Parts, part => part.Counting is not null);

        await Index.PutAsync(nothing with { Sequence = 1 }, Leaf, place, Cancellation);
        Assert.Empty(await MarksAsync());

        await Index.PutAsync(whole, Leaf, place, Cancellation);
        var mark = Assert.Single(await MarksAsync());
        Assert.Equal((place, false), (mark.Place, mark.IsProof));
        Assert.True(await Index.TryClearFigureAsync(Cycle, mark, Cancellation));
        Assert.Empty(await MarksAsync());

        await Index.PutAsync(
            whole with
            {
                Sequence = whole.Sequence + 1,
                FailedLetters = [],
            },
            Leaf,
            place,
            Cancellation
        );
        Assert.Empty(await MarksAsync());

        await Index.PutAsync(
            whole with
            {
                Sequence = whole.Sequence + 2,
                Exemption = null,
            },
            Leaf,
            place,
            Cancellation
        );
        Assert.Single(await MarksAsync());
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Marks_of_figures_come_a_level_at_a_time_from_below()
    {
        var wide = Enumerable
            .Range(0, 150)
            .Select(i => new FigurePlace(new FanOutNode("d", new FanOutChunk(i, i + 1)), 12))
            .ToList();
        await Index.MarkFiguresAsync(
            Cycle,
            [new(FanOutNode.Root, 0), .. wide, new(Leaf, 3)],
            isProof: false,
            Cancellation
        );

        Assert.Equal(
            Leaf,
            Assert.Single(await Index.ListFigureMarksAsync(Cycle, 11, Cancellation)).Place.Node
        );
        Assert.Equal(
            FanOutNode.Root,
            Assert.Single(await Index.ListFigureMarksAsync(Cycle, 2, Cancellation)).Place.Node
        );

        var seen = new List<int>();
        while (await MarksAsync() is { Count: > 0 } marks)
        {
            Assert.InRange(marks.Count, 1, 100);
            Assert.Single(marks.Select(mark => mark.Place.Depth).Distinct());
            seen.AddRange(marks.Select(mark => mark.Place.Depth));
            foreach (var mark in marks)
            {
                Assert.True(await Index.TryClearFigureAsync(Cycle, mark, Cancellation));
            }
        }

        Assert.Equal([.. Enumerable.Repeat(12, 150), 3, 0], seen);
    }

    [Fact]
    public async Task Figures_that_were_marked_again_keep_their_mark_and_a_proof_replaces_none()
    {
        var (changed, still) = (new FigurePlace(Leaf, 2), new FigurePlace(Other, 2));
        await Index.MarkFiguresAsync(Cycle, [changed], isProof: false, Cancellation);
        await Index.MarkFiguresAsync(Cycle, [still, changed], isProof: true, Cancellation);

        var marks = await MarksAsync();
        Assert.Equal(
            [(changed, false), (still, true)],
            marks.Select(mark => (mark.Place, mark.IsProof)).OrderBy(mark => mark.IsProof)
        );

        await Index.MarkFiguresAsync(Cycle, [still], isProof: false, Cancellation);

        Assert.False(
            await Index.TryClearFigureAsync(Cycle, marks.Single(mark => mark.IsProof), Cancellation)
        );
        Assert.All(await MarksAsync(), mark => Assert.False(mark.IsProof));
    }

    [Fact]
    public async Task A_node_is_written_by_whoever_has_its_version()
    {
        var nothing = await Index.FindNodeAsync(Cycle, null, FanOutNode.Root, Cancellation);
        Assert.Equal(new KeptNode(null, null), nothing);

        Assert.True(await PutAsync(1, nothing.Version));
        Assert.False(await PutAsync(2, nothing.Version));
        var first = await Index.FindNodeAsync(Cycle, null, FanOutNode.Root, Cancellation);
        Assert.True(await PutAsync(1, first.Version));
        Assert.False(await PutAsync(3, first.Version));

        var last = await Index.FindNodeAsync(Cycle, null, FanOutNode.Root, Cancellation);
        Assert.Equal(1, last.Row!.Total);

        Task<bool> PutAsync(int count, string? version) =>
            Index.TryPutNodeAsync(
                Cycle,
                null,
                FanOutNode.Root,
                NodeRow.Untouched("r1", count),
                version,
                Cancellation
            );
    }

    [Fact]
    public async Task Nodes_are_listed_by_the_node_above()
    {
        var row = NodeRow.Sum([
            NodeRow.Of(
                AssignmentRow.Of(Assignment("unit"), Story(Assignment("unit"))),
                TimeZoneInfo.Utc
            ),
            NodeRow.Untouched("r2", 7),
        ]);
        var parent = new FanOutNode("ba-vi");
        foreach (
            var (above, node) in ((FanOutNode?, FanOutNode)[])
                [
                    (parent, Leaf),
                    (parent, Other),
                    (FanOutNode.Root, parent),
                    (null, FanOutNode.Root),
                ]
        )
        {
            Assert.True(await Index.TryPutNodeAsync(Cycle, above, node, row, null, Cancellation));
        }

        var below = await Index.ListNodesAsync(Cycle, parent, Cancellation);

        Assert.Equal([Leaf, Other], below.Keys.OrderBy(node => node.Chunk!.From));
        Assert.Equivalent(row, below[Leaf], strict: true);
        Assert.Equal(
            [parent],
            (await Index.ListNodesAsync(Cycle, FanOutNode.Root, Cancellation)).Keys
        );
        Assert.Empty(await Index.ListNodesAsync(Cycle, Leaf, Cancellation));
    }

    // Eight write and four add up at the same time; what nobody has seen to afterwards is seen to by one more look.
    [Fact]
    public async Task Whoever_adds_up_at_the_same_time_the_sums_are_right_in_the_end()
    {
        var plan = WidePlan.Of(Cycle, districts: 6, communes: 25);
        var tree = FanOutTree.Of(plan);
        var nodes = new NodeWriter(Index);
        var chance = new Random(7);
        var writes = Enumerable
            .Range(1, 160)
            .Select(sequence =>
                (
                    plan.Assignments[chance.Next(plan.Assignments.Count)],
                    sequence,
                    (AssignmentPhase)chance.Next(9)
                )
            )
            .ToList();
        var isWriting = true;
        var adding = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (Volatile.Read(ref isWriting))
                    {
                        await RefreshAsync();
                    }
                })
            )
            .ToList();

        await Task.WhenAll(
            writes
                .Chunk(20)
                .Select(some =>
                    Task.Run(async () =>
                    {
                        foreach (var (id, sequence, phase) in some)
                        {
                            await Index.PutAsync(
                                Row(id.Body, sequence, phase) with
                                {
                                    Assignment = id,
                                    Standing = new(
                                        id.ReportType,
                                        phase,
                                        1,
                                        true,
                                        false,
                                        null,
                                        null
                                    ),
                                },
                                tree.PlaceOf(id),
                                null,
                                Cancellation
                            );
                        }
                    })
                )
        );
        Volatile.Write(ref isWriting, false);
        await Task.WhenAll(adding);
        await RefreshAsync();

        var rows = await Index
            .ListAsync(Cycle, null, Cancellation)
            .ToDictionaryAsync(row => row.Assignment, cancellationToken: Cancellation);
        Assert.Equal(writes.Select(write => write.Item1).Distinct().Count(), rows.Count);
        foreach (var node in tree.Nodes)
        {
            var sum = NodeRow.Sum([
                .. plan
                    .Assignments.Where(id => tree.PathTo(tree.PlaceOf(id)).Contains(node))
                    .Select(id =>
                        rows.TryGetValue(id, out var row)
                            ? NodeRow.Of(row, plan.Zone)
                            : NodeRow.Untouched(id.ReportType, 1)
                    ),
            ]);
            var kept = await Index.FindNodeAsync(Cycle, tree.ParentOf(node), node, Cancellation);
            if (kept.Row is null)
            {
                Assert.All(sum.Standings, one => Assert.Equal(0, one.Standing.Window));
            }
            else
            {
                Assert.Equivalent(sum, kept.Row, strict: true);
            }
        }

        async Task RefreshAsync() =>
            await nodes.WriteChangedAsync(
                plan,
                await Index.GetStateAsync(Cycle, Cancellation),
                Cancellation
            );
    }

    [Fact]
    public async Task Twelve_thousand_that_all_stand_differently_fit_into_a_node()
    {
        var row = NodeRow.Sum([
            .. Enumerable
                .Range(0, 12_000)
                .Select(i => new NodeRow
                {
                    Standings =
                    [
                        new StandingCount(
                            new Standing(
                                "district",
                                AssignmentPhase.Open,
                                1,
                                IsRunning: true,
                                IsAccepted: false,
                                Deadline.At(At.AddSeconds(i * 1237L)),
                                Deadline.At(At.AddSeconds(i * 7919L))
                            ),
                            1
                        ),
                    ],
                }),
        ]);

        Assert.True(
            await Index.TryPutNodeAsync(Cycle, null, FanOutNode.Root, row, null, Cancellation)
        );

        var kept = await Index.FindNodeAsync(Cycle, null, FanOutNode.Root, Cancellation);
        Assert.Equal(12_000, kept.Row!.Standings.Count);
    }

    [Fact]
    public async Task A_dropped_cycle_has_nothing_and_no_other_loses_anything()
    {
        var other = new Core.Naming.AssignmentId(new($"{Cycle}x"), "unit", "r1");
        await Index.PutAsync(AssignmentRow.Of(other, Story(other)), Leaf, null, Cancellation);
        foreach (var i in Enumerable.Range(0, 120))
        {
            await Index.PutAsync(
                Row($"unit-{i}", 1, AssignmentPhase.Open),
                Leaf,
                null,
                Cancellation
            );
        }
        await Index.TryPutNodeAsync(
            Cycle,
            null,
            FanOutNode.Root,
            NodeRow.Empty,
            null,
            Cancellation
        );
        await Index.StampAsync(Cycle, Cancellation);
        Assert.True((await Index.GetStateAsync(Cycle, Cancellation)).IsDrawn);

        await Index.DropAsync(Cycle, Cancellation);

        Assert.Equivalent(
            new IndexState(false, []),
            await Index.GetStateAsync(Cycle, Cancellation)
        );
        Assert.Empty(await BodiesAsync(null));
        Assert.Null(
            (await Index.FindNodeAsync(Cycle, null, FanOutNode.Root, Cancellation)).Version
        );
        Assert.NotNull(await Index.FindAsync(other, Leaf, Cancellation));
    }

    private Task<IReadOnlyList<FigureMark>> MarksAsync() =>
        Index.ListFigureMarksAsync(Cycle, null, Cancellation);

    private async Task<IEnumerable<(long, AssignmentPhase)>> RowsAsync() =>
        await Index
            .ListAsync(Cycle, Leaf, Cancellation)
            .Select(row => (row.Sequence, row.Standing.Phase))
            .ToListAsync(Cancellation);

    private async Task<List<string>> BodiesAsync(FanOutNode? node) =>
        await Index
            .ListAsync(Cycle, node, Cancellation)
            .Select(row => row.Assignment.Body)
            .ToListAsync(Cancellation);

    private AssignmentRow Row(string body, long sequence, AssignmentPhase phase) =>
        AssignmentRow.Of(Assignment(body), new EventStream(Assignment(body).Stream, [])) with
        {
            Sequence = sequence,
            Head = $"head-{sequence}",
            Standing = new Standing("r1", phase, 1, true, false, null, null),
        };

    private static EventStream Story(Core.Naming.AssignmentId id)
    {
        var (due, closes) = (Deadline.At(At.AddDays(2)), Deadline.At(At.AddDays(9)));
        var extended = Deadline.At(At.AddDays(3));
        AssignmentEvent[] events =
        [
            new AssignmentEvent.Opened(
                1,
                OpeningCause.Returned,
                due,
                closes,
                [new("report", true)],
                "Thiếu",
                "Lan"
            ),
            new AssignmentEvent.DueExtended(1, due, extended, closes, "Lan", "Bão Yagi"),
            new AssignmentEvent.SubmissionRecorded(
                new Submission
                {
                    Window = 1,
                    Part = "report",
                    BlobName = $"{id.Cycle}/{id.Body}/{id.ReportType}/1/report/p1",
                    ETag = "\"0x8DCD\"",
                    FileName = "Báo cáo 🏛️.docx",
                    Size = 12_345,
                    Sha256 = new string('a', 64),
                    Person = "unit-contact",
                    Noticed = At.AddDays(3),
                    Channel = Channel.Operations,
                    Judgement = Timeliness.Judge(
                        due,
                        closes,
                        extended,
                        admitted: false,
                        At.AddDays(3).AddSeconds(-1)
                    ),
                    OnBehalf = new OnBehalf(At, "Lan", "giấy"),
                    EvidenceStored = At.AddDays(4),
                    Findings = [new Finding("file-odd", Severity.Query, ["1"])],
                }
            ),
            new AssignmentEvent.Mailed(
                "Reminder",
                "reminder-1-1",
                "unit-contact",
                MailResult.Refused
            ),
            new AssignmentEvent.Exempted("Lan", "Sáp nhập"),
        ];
        var entries = new List<Entry>();
        foreach (var @event in events)
        {
            entries.Add(
                Chain.Next(
                    id.Stream,
                    entries.Count > 0 ? entries[^1] : null,
                    At.AddHours(entries.Count),
                    $"key-{entries.Count}",
                    @event
                )
            );
        }
        return new EventStream(id.Stream, entries);
    }
}
