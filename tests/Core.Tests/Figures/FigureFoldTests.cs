using System.Numerics;
using CsCheck;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Figures;

public sealed class FigureFoldTests
{
    private static readonly int Cases =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 50_000 : 500;

    [Fact]
    public void Order_never_matters() =>
        Gen.Select(FigureCase.Any, Gen.Int)
            .Sample(
                (world, seed) =>
                {
                    var chance = new Random(seed);
                    var shuffled = world.Reports.ToDictionary(
                        report => report.Assignment,
                        report =>
                            report with
                            {
                                Values = [.. report.Values.OrderBy(_ => chance.Next())],
                            }
                    );
                    var kept = new Dictionary<FanOutNode, KeptFigures>();
                    foreach (
                        var node in world
                            .Tree.Nodes.OrderBy(_ => chance.Next())
                            .OrderByDescending(node => world.Tree.PathFrom(node).Count())
                    )
                    {
                        kept[node] = FigureFold.Of(
                            world.Plan,
                            node,
                            id => shuffled[id],
                            world
                                .Tree.Children(node)
                                .Select(child => kept[child].Shares)
                                .OrderBy(_ => chance.Next())
                        );
                    }
                    return world.Fold().All(one => kept[one.Key].Hash == one.Value.Hash);
                },
                iter: Cases,
                threads: 2
            );

    [Fact]
    public void What_is_recomputed_along_the_path_equals_the_whole() =>
        Gen.Select(FigureCase.Any, Gen.Int, Gen.Int[1, 5])
            .Sample(
                (world, seed, changes) =>
                {
                    var chance = new Random(seed);
                    var stored = world.Fold().ToDictionary(one => one.Key, one => one.Value);
                    var changed = Enumerable
                        .Range(0, changes)
                        .Select(_ => world.Reports[chance.Next(world.Reports.Count)].Assignment)
                        .Distinct()
                        .ToDictionary(id => id, id => FigureCase.Random(world.Plan, id, chance));
                    var now = world with
                    {
                        Reports =
                        [
                            .. world.Reports.Select(report =>
                                changed.GetValueOrDefault(report.Assignment) ?? report
                            ),
                        ],
                    };
                    foreach (var node in FigureFold.Changed(now.Plan, changed.Keys))
                    {
                        stored[node] = FigureFold.Of(
                            now.Plan,
                            node,
                            now.Report,
                            now.Tree.Children(node)
                                .Select(child =>
                                    FigureShares.FromBytes(stored[child].Shares.ToBytes())
                                )
                        );
                    }
                    return now.Fold()
                        .All(one => one.Value.Bytes.Span.SequenceEqual(stored[one.Key].Bytes.Span));
                },
                iter: Cases,
                threads: 2
            );

    [Fact]
    public void Every_total_is_what_a_naive_program_makes_of_the_cited_cells() =>
        FigureCase.Any.Sample(
            world =>
            {
                var (folded, naive) = (world.Fold(), new NaiveFigures(world));
                foreach (var node in folded.Values.Select(kept => kept.Figures))
                {
                    if (node.Node.Chunk is not null)
                    {
                        continue;
                    }
                    for (var cell = 0; cell < world.Layout.Count; cell++)
                    {
                        var (indicator, period) = (
                            world.Layout.IndicatorOf(cell),
                            world.Layout.PeriodOf(cell)
                        );
                        var whole = naive.Below(node.Node.Body, indicator, period);
                        Same(whole, node.BelowAt(cell), indicator);
                        Cited(world, folded, node, cell, whole);
                    }
                }
            },
            iter: Cases / 5,
            threads: 2
        );

    [Fact]
    public void Whoever_is_asked_is_counted_in_one_way_and_nobody_twice() =>
        FigureCase.Any.Sample(
            world =>
                world
                    .Fold()
                    .Values.SelectMany(kept => kept.Figures.Below)
                    .OfType<Aggregate>()
                    .Select(one => one.Counts)
                    .All(counts =>
                        counts.Asked
                            == counts.Given
                                + counts.Excused
                                + counts.Blank
                                + counts.Missing
                                + counts.Exempt
                                + counts.Unweighted
                        && counts.StoodFor + counts.StoodForInPart <= counts.Asked - counts.Given
                        && counts.Late <= counts.Given
                        && counts.Preliminary <= counts.Given
                        && counts.Estimated <= counts.Given
                    ),
            iter: Cases,
            threads: 2
        );

    [Fact]
    public void A_record_is_the_same_after_it_was_stored() =>
        FigureCase.Any.Sample(
            world =>
                world
                    .Fold()
                    .Values.All(kept =>
                        FigureNode
                            .FromBytes(kept.Bytes.Span)
                            .ToBytes()
                            .AsSpan()
                            .SequenceEqual(kept.Bytes.Span)
                        && FigureShares
                            .FromBytes(kept.Shares.ToBytes())
                            .ToBytes()
                            .AsSpan()
                            .SequenceEqual(kept.Shares.ToBytes())
                    ),
            iter: Cases / 5,
            threads: 2
        );

    [Fact]
    public void A_changed_cell_changes_every_hash_on_its_way_and_no_other() =>
        FigureCase.Any.Sample(
            world =>
            {
                if (
                    world.Reports.FirstOrDefault(report =>
                        report.Standing == ReportStanding.Counts
                        && world.Tree.PlaceOf(report.Assignment) is not null
                    )
                    is not { } old
                )
                {
                    return;
                }
                var after = world with
                {
                    Reports =
                    [
                        .. world.Reports.Select(report =>
                            ReferenceEquals(report, old)
                                ? report with
                                {
                                    Sha256 = new string('f', 64),
                                }
                                : report
                        ),
                    ],
                };
                var (was, now) = (world.Fold(), after.Fold());
                var path = world.Tree.PathFrom(world.Tree.PlaceOf(old.Assignment)!).ToHashSet();
                Assert.All(
                    was.Keys,
                    node => Assert.Equal(path.Contains(node), was[node].Hash != now[node].Hash)
                );
            },
            iter: Cases / 5,
            threads: 2
        );

    private static void Same(NaiveFigures.Whole whole, Aggregate? folded, Indicator indicator)
    {
        if (whole.Asked == 0)
        {
            Assert.Null(folded);
            return;
        }
        var counts = folded!.Counts;
        Assert.Equal(whole.Asked, counts.Asked);
        Assert.Equal(whole.Given, counts.Given);
        Assert.Equal(whole.Stood, counts.StoodFor);
        Assert.Equal(whole.StoodInPart, counts.StoodForInPart);
        Assert.Equal(whole.Gaps.GetValueOrDefault("missing"), counts.Missing);
        Assert.Equal(whole.Gaps.GetValueOrDefault("exempt"), counts.Exempt);
        Assert.Equal(whole.Gaps.GetValueOrDefault("blank"), counts.Blank);
        Assert.Equal(whole.Gaps.GetValueOrDefault("excused"), counts.Excused);
        Assert.Equal(whole.Gaps.GetValueOrDefault("unweighted"), counts.Unweighted);
        switch (indicator.RollUp)
        {
            case RollUp.Sum:
                Assert.Equal(
                    whole.HasAny ? whole.Parts.Sum(part => part.Value) : null,
                    folded.Value
                );
                break;
            case RollUp.Weighted:
                var (top, bottom) = NaiveFigures.Mean(whole.Parts);
                Assert.Equal(bottom.IsZero, folded.Value is null);
                if (folded.Value is { } mean)
                {
                    // Within half a millionth: |mean * bottom - top| <= bottom / 2, in millionths.
                    var scaled = new BigInteger(mean * 1_000_000) * bottom;
                    Assert.True(
                        2 * BigInteger.Abs(scaled - (top * 1_000_000)) <= bottom,
                        $"{mean} is not {top}/{bottom}"
                    );
                }
                break;
            default:
                Spread(whole, Assert.IsType<Aggregate.Spread>(folded));
                break;
        }
    }

    private static void Spread(NaiveFigures.Whole whole, Aggregate.Spread folded)
    {
        var values = whole.Parts.Select(part => part.Value).Order().ToList();
        Assert.Equal(values, folded.Values);
        Assert.Equal(values.Count, folded.Count);
        if (values.Count > 0)
        {
            Assert.Equal(values[0], folded.Least);
            Assert.Equal(values[^1], folded.Greatest);
            Assert.Equal(
                values.Count % 2 == 1
                    ? values[values.Count / 2]
                    : (values[values.Count / 2] + values[(values.Count / 2) - 1]) / 2,
                folded.Median
            );
        }
    }

    private static void Cited(
        FigureCase world,
        IReadOnlyDictionary<FanOutNode, KeptFigures> folded,
        FigureNode node,
        int cell,
        NaiveFigures.Whole whole
    )
    {
        var found = Contributors
            .Of(world.Layout, cell, node, child => folded[child.Node].Figures)
            .ToList();
        Assert.Equal(
            whole.Parts.Select(part => (part.Body, part.Value, part.Weight)).Order(),
            found
                .Where(one => one.IsIn)
                .Select(one =>
                    (one.Node.Body, one.Own.Figure.Value!.Value, one.Weight?.Figure.Value)
                )
                .Order()
        );
        Assert.All(
            found.Where(one => one.IsIn),
            one =>
            {
                var report = world.Report(one.Own.Report.Assignment);
                Assert.Equal(report.Sha256, one.Own.Report.Sha256);
                Assert.Equal(
                    report
                        .Values.First(value =>
                            value.Indicator == world.Layout.IndicatorOf(cell).Code
                            && value.Period == world.Layout.PeriodOf(cell).Code
                        )
                        .Cell,
                    one.Own.Figure.Cell
                );
            }
        );
    }
}
