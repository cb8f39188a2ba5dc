using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A row has the unit that was asked for.</summary>
internal sealed class AnnexUnitRule() : FiguresRule("annex-unit-changed")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures.ChangedUnits.Select(row =>
            Found(
                new FindingPlace
                {
                    Sheet = figures.Sheet,
                    Indicator = row.Indicator!.Code,
                    Cell = row.Cell,
                },
                Short(row.Written)
            )
        );
}
