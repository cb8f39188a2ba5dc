using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>What stands above estimates says that they are.</summary>
internal sealed class AnnexEstimateRule() : FiguresRule("annex-estimate-unmarked")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures
            .Columns.Where(column => !column.IsMarked)
            .Select(column => Found(PlaceOf(figures, column)));
}
