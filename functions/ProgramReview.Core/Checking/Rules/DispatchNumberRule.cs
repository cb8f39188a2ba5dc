using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The head of a report bears the number under which it was sent.</summary>
internal sealed partial class DispatchNumberRule() : TextRule("dispatch-number-missing")
{
    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckScope scope, ReadText text) =>
        text.Head.Any(line => !line.IsHint && Number.IsMatch(HumanText.WithPlainDigits(line.Text)))
            ? []
            : [Found(null)];

    [GeneratedRegex(@"^\W*(?:số|no|ref|सं|संख्या)\s*[.:]*\s*[0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex Number { get; }
}
