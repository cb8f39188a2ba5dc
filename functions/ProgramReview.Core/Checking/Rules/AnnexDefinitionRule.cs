using ProgramReview.Core.Checking.Annex;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The annex is written into a form that asks what is asked now.</summary>
internal sealed class AnnexDefinitionRule() : FiguresRule("annex-of-another-definition")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(ReadFile file, AnnexReading figures) =>
        file.Content.Form is { Definition: { } hash } form
        && hash != figures.Asked.Hash
        && form.Assignment == file.Scope.Assignment.ToString()
            ? [Found(null)]
            : [];
}
