using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Every period that was asked has its column.</summary>
internal sealed class AnnexPeriodMissingRule() : FiguresRule("annex-period-missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures.HasTable
            ? figures
                .Asked.Periods.Where(period =>
                    !figures.Columns.Any(column => column.Period.Code == period.Code)
                )
                .Select(period =>
                    Found(new FindingPlace { Sheet = figures.Sheet, Period = period.Code })
                )
            : [];
}
