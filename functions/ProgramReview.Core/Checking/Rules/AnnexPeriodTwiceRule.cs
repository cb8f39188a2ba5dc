using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>No period has two columns: of two values nobody knows which holds.</summary>
internal sealed class AnnexPeriodTwiceRule() : FiguresRule("annex-period-twice")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures
            .Columns.GroupBy(column => column.Period.Code)
            .SelectMany(columns =>
                columns
                    .Skip(1)
                    .Select(column =>
                        Found(PlaceOf(figures, column), columns.First().Heading ?? "")
                    )
            );
}
