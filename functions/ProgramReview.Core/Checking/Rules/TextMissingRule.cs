using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The report's text can be read as text: a scan can be seen, but neither searched nor compared.</summary>
internal sealed class TextMissingRule() : ContentRule("text-missing")
{
    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) => scope.Part.Kind == PartKind.Report;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReadFile file) =>
        file.Text is { IsThere: false } ? [Found(null)] : [];
}
