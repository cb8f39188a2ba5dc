using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Zero means that there was none; an annex of nothing but zeroes was rather not filled in.</summary>
internal sealed class ValuesAllZeroRule() : FiguresRule("values-all-zero")
{
    private const int Some = 3;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures)
    {
        var numbers = figures.Values.Select(value => value.Number).OfType<decimal>().ToList();
        return numbers.Count >= Some && numbers.TrueForAll(number => number == 0)
            ? [Found(null)]
            : [];
    }
}
