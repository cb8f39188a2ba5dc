using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Only values of a period for which it was said are preliminary.</summary>
internal sealed class AnnexPreliminaryRule() : FiguresRule("annex-preliminary-elsewhere")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        figures
            .Values.Where(value => value.IsPreliminary && !value.Period.MayBePreliminary)
            .Select(value => Found(PlaceOf(figures, value)));
}
