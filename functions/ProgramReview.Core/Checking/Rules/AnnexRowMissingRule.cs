using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Every indicator that was asked has its row.</summary>
internal sealed class AnnexRowMissingRule() : FiguresRule("annex-row-missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures.HasTable
            ? figures
                .Asked.Rows.Where(asked =>
                    !figures.Rows.Any(row => row.Indicator?.Code == asked.Indicator.Code)
                )
                .Select(asked =>
                    Found(
                        new FindingPlace { Sheet = figures.Sheet, Indicator = asked.Indicator.Code }
                    )
                )
            : [];
}
