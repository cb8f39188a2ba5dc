using System.Numerics;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>Makes the aggregate of one cell from what the nodes below bring.</summary>
internal static class Aggregation
{
    /// <summary>The aggregate; null if nobody below is asked.</summary>
    public static Aggregate? Of(FigureLayout layout, int cell, IReadOnlyList<FigureShares> children)
    {
        List<FigureShare> shares =
        [
            .. children.Select(child => child.Cells[cell]).OfType<FigureShare>(),
        ];
        if (shares.Count == 0)
        {
            return null;
        }
        var counts = default(FigureCounts);
        foreach (var share in shares)
        {
            counts += share.CountsOf(layout.PeriodOf(cell).Estimate);
        }
        var indicator = layout.IndicatorOf(cell);
        return indicator.RollUp switch
        {
            RollUp.Sum => Sum(indicator, shares) with { Counts = counts },
            RollUp.Weighted => Mean(
                indicator,
                layout.IndicatorOf(layout.WeightOf(cell)!.Value),
                shares
            ) with
            {
                Counts = counts,
            },
            RollUp.None => Spread(shares) with { Counts = counts },
            var unknown => throw new InvalidOperationException($"{unknown} is no way to roll up."),
        };
    }

    private static Aggregate.Sum Sum(Indicator indicator, List<FigureShare> shares)
    {
        var (total, margin) = (0m, 0m);
        foreach (var share in shares)
        {
            if (share.Value is { } value)
            {
                total += value;
                margin += Precision.Of(indicator, value);
            }
            else if (share.Below is Aggregate.Sum below)
            {
                total += below.Total;
                margin += below.Margin;
            }
        }
        return new(total, margin);
    }

    private static Aggregate.Mean Mean(Indicator indicator, Indicator by, List<FigureShare> shares)
    {
        var (moment, weights, weightMargin, valueMargin) = (BigInteger.Zero, 0m, 0m, 0m);
        decimal? least = null;
        decimal? greatest = null;
        foreach (var share in shares)
        {
            if (share is { Value: { } value, Weight: { } weight })
            {
                moment += Aggregate.Mean.Units(value) * Aggregate.Mean.Units(weight);
                weights += weight;
                weightMargin += Precision.Of(by, weight);
                Widen(value, value, Precision.Of(indicator, value));
            }
            else if (share.Below is Aggregate.Mean { Counts.HasAny: true } below)
            {
                moment += below.Moment;
                weights += below.Weight;
                weightMargin += below.WeightMargin;
                Widen(below.Least, below.Greatest, below.ValueMargin);
            }
        }
        return new(moment, weights, weightMargin, valueMargin, least ?? 0, greatest ?? 0);

        void Widen(decimal from, decimal to, decimal error)
        {
            least = least is { } low ? decimal.Min(low, from) : from;
            greatest = greatest is { } high ? decimal.Max(high, to) : to;
            valueMargin = decimal.Max(valueMargin, error);
        }
    }

    private static Aggregate.Spread Spread(List<FigureShare> shares)
    {
        var own = shares.Select(share => share.Value).OfType<decimal>().ToList();
        var below = shares.Select(share => share.Below).OfType<Aggregate.Spread>().ToList();
        var count = own.Count + below.Sum(spread => spread.Count);
        return new(
            count,
            own.Cast<decimal?>().Concat(below.Select(spread => spread.Least)).Min(),
            own.Cast<decimal?>().Concat(below.Select(spread => spread.Greatest)).Max(),
            count <= Aggregate.Spread.Most
                ?
                [
                    .. own.Concat(below.SelectMany(spread => spread.Values!))
                        .OrderBy(value => value)
                        .ThenBy(value => value.Scale),
                ]
                : null
        );
    }
}
