using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>No row holds values that nobody asked for.</summary>
internal sealed class AnnexRowUnknownRule() : FiguresRule("annex-row-unknown")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures.UnknownRows.Select(row =>
            Found(new FindingPlace { Sheet = figures.Sheet, Cell = row.Cell }, Short(row.Written))
        );
}
