using CsCheck;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Figures;

public sealed class FigureDifferenceTests
{
    // Whoever goes down only where hashes differ misses no word, and a total differs only where a word below it does.
    [Fact]
    public void Equal_hashes_differ_in_nothing_and_a_total_that_differs_has_a_word_behind_it() =>
        Gen.Select(FigureCase.Any, Gen.Int)
            .Sample(
                (world, seed) =>
                {
                    var chance = new Random(seed);
                    var changed = world.Reports[chance.Next(world.Reports.Count)].Assignment;
                    var now = world with
                    {
                        Reports =
                        [
                            .. world.Reports.Select(report =>
                                report.Assignment == changed
                                    ? FigureCase.Random(world.Plan, changed, chance)
                                    : report
                            ),
                        ],
                    };
                    var (then, today) = (world.Fold(), now.Fold());
                    var words = new HashSet<int>();
                    foreach (var (node, kept) in today)
                    {
                        var own = FigureDifference
                            .OwnIn(world.Layout, then[node].Figures, kept.Figures)
                            .ToList();
                        if (then[node].Hash == kept.Hash && own.Count > 0)
                        {
                            return false;
                        }
                        words.UnionWith(own.Select(word => word.Cell));
                    }
                    var root = FanOutNode.Root;
                    return FigureDifference
                        .BelowIn(world.Layout, then[root].Figures, today[root].Figures)
                        .All(total =>
                            words.Contains(total.Cell)
                            || IsAbout(total)
                            || world.Layout.WeightOf(total.Cell) is { } weight
                                && words.Contains(weight)
                        );
                },
                iter: 300,
                threads: 2
            );

    // Late and unexplained are counted in a total, and are no word of their own.
    private static bool IsAbout(FigureDifference total) =>
        total.Before.Below?.Value == total.Now.Below?.Value;
}
