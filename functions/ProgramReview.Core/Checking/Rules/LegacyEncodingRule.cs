using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>Text is written in Unicode, so that others can search and copy it.</summary>
internal sealed class LegacyEncodingRule() : ContentRule("legacy-encoding")
{
    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        scope.Part.Kind is PartKind.Report or PartKind.Annex;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReadFile file) =>
        (file.Text?.Legacy ?? file.Figures?.Legacy) is { } legacy
            ? [Found(null, legacy.ToString().ToUpperInvariant())]
            : [];
}
