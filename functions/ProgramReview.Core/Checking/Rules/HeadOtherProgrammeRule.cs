using System.Text.RegularExpressions;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>The head of a report names the programme that is summed up, and not another one alone.</summary>
internal sealed partial class HeadOtherProgrammeRule() : TextRule("head-other-programme")
{
    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) =>
        base.AppliesTo(scope) && Number.IsMatch(scope.Plan.Plan.Programme.Number);

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckScope scope, ReadText text)
    {
        var own = Number.Match(scope.Plan.Plan.Programme.Number);
        var named = text
            .Head.SelectMany(line => Number.Matches(line.Text))
            .Where(match => Kind(match) == Kind(own))
            .ToList();
        return named.Count == 0 || named.Any(match => Count(match) == Count(own))
            ? []
            : [Found(null, named[0].Value)];
    }

    private static string Kind(Match number) => number.Groups["kind"].Value.ToUpperInvariant();

    private static string Count(Match number) => number.Groups["count"].Value.TrimStart('0');

    // 01-CTr/TU: which one, what kind of document, whose.
    [GeneratedRegex(
        @"(?<![\p{L}0-9/-])(?<count>[0-9]{1,4})\s?(?<kind>[-/]\s?\p{L}{2,10}\s?[-/]\s?\p{L}{1,10})(?![\p{L}0-9/-])"
    )]
    private static partial Regex Number { get; }
}
