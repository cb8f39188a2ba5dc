using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>No indicator has two rows: of two values nobody knows which holds.</summary>
internal sealed class AnnexRowTwiceRule() : FiguresRule("annex-row-twice")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures
            .Rows.GroupBy(row => row.Indicator!.Code)
            .SelectMany(rows =>
                rows.Skip(1)
                    .Select(row =>
                        Found(
                            new FindingPlace
                            {
                                Sheet = figures.Sheet,
                                Indicator = rows.Key,
                                Cell = row.Cell,
                            },
                            rows.First().Cell
                        )
                    )
            );
}
