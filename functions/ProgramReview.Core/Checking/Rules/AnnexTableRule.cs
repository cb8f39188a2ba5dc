using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>There is a table with a column for a period that was asked.</summary>
internal sealed class AnnexTableRule() : FiguresRule("annex-table-missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures.HasTable ? [] : [Found(null)];
}
