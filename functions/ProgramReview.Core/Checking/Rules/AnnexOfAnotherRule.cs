using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The annex is written into the form that was made for this body and report.</summary>
internal sealed class AnnexOfAnotherRule() : FiguresRule("annex-of-another")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        file.Content.Form?.Assignment is { } other && other != file.Scope.Assignment.ToString()
            ? [Found(null, other)]
            : [];
}
