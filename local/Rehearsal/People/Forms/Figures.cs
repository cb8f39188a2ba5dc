using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>
/// A body's values of the rows of an annex, as somebody who counts would have them: what was known before stays, nothing that grows falls back, an
/// estimate is no less than the actual figure before it, and a target is nearly reached.
/// </summary>
/// <param name="form">The form.</param>
/// <param name="sharers">How many bodies add up to a target.</param>
internal sealed class Figures(AnnexForm form, int sharers)
{
    private const decimal UsualMost = 400;
    private const double DaysOfYear = 365.25;

    private readonly List<Period> periods =
    [
        .. form.Columns.OfType<AnnexColumn.Value>().Select(column => column.Period),
    ];

    /// <summary>The values by their places.</summary>
    /// <param name="chance">The body's own.</param>
    public IEnumerable<KeyValuePair<string, decimal>> Draw(Chance chance) =>
        form.Rows.SelectMany(row =>
        {
            var (level, growth) = ((decimal)chance.Next(), (decimal)chance.Next());
            return Row(row, level, growth);
        });

    private IEnumerable<KeyValuePair<string, decimal>> Row(
        AnnexFormRow row,
        decimal level,
        decimal growth
    )
    {
        var asked = row.Cells.OfType<AnnexCell.ValueEntry>().First().Indicator;
        var known = Known(row);
        var (anchor, value) = known.Count > 0 ? known[^1] : (periods[^1], Level(asked, level));
        // What is better low stays where it is: nobody can say how far it should fall.
        var rate = asked.Direction == IndicatorDirection.Down ? 0 : 0.005m + (growth * 0.025m);
        return periods.Select(period =>
        {
            var years = (decimal)((period.To.DayNumber - anchor.To.DayNumber) / DaysOfYear);
            var drawn = known
                .Where(one => one.Period == period)
                .Select(one => one.Value)
                .DefaultIfEmpty(Fit(asked, value + (Math.Abs(value) * rate * years)))
                .First();
            return KeyValuePair.Create(Place.Value(asked.Code, period.Code), drawn);
        });
    }

    private List<(Period Period, decimal Value)> Known(AnnexFormRow row) =>
        [
            .. form
                .Columns.Index()
                .Select(one =>
                    (one.Item, row.Cells[one.Index]) switch
                    {
                        (AnnexColumn.Earlier(var period), AnnexCell.Figure(var value, _)) => (
                            period,
                            value
                        ),
                        _ => ((Period?)null, 0m),
                    }
                )
                .Where(one => one.Item1 is not null)
                .Select(one => (one.Item1!, one.Item2)),
        ];

    private decimal Level(Indicator asked, decimal chance)
    {
        if (asked.Target is { } target)
        {
            var share = asked.RollUp == RollUp.Sum ? target / sharers : target;
            return share * (0.97m + (chance * 0.06m));
        }
        var least = asked.Min ?? 0;
        var most = asked.Max ?? least + UsualMost;
        return least + ((most - least) * (0.6m + (chance * 0.3m)));
    }

    private static decimal Fit(Indicator asked, decimal value) =>
        Math.Clamp(
            decimal.Round(value, asked.Decimals),
            asked.Min ?? decimal.MinValue,
            asked.Max ?? decimal.MaxValue
        );
}
