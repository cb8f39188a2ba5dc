using System.Text.RegularExpressions;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>docs/checks.md tells every check as the product does.</summary>
public sealed partial class ChecksDocTests
{
    private const string Head =
        "| code | weighs | looks at | holds if | a finding says | what to do |\n|---|---|---|---|---|---|\n";

    [Fact]
    public void Every_check_stands_in_the_docs_in_the_words_of_the_product()
    {
        var table = Head + string.Join('\n', CheckCatalogue.All.Select(Row));
        var docs = SourceTree.Read("docs/checks.md").ReplaceLineEndings("\n");

        Assert.True(
            docs.Contains(table, StringComparison.Ordinal),
            $"docs/checks.md should hold this table:\n{table}"
        );
    }

    private static string Row(CheckDefinition check) =>
        $"| `{check.Code}` | {check.Severity.ToString().ToLowerInvariant()} | {LooksAt(check.Content)} "
        + $"| {FindingText.Check(Language.En, check.Code)} | {Said(check.Code)} | {FindingText.Mend(Language.En, check.Code)} |";

    private static string Said(string code) =>
        Place().Replace(Text.All(Language.En)[$"finding.{code}"], "…");

    private static string LooksAt(CheckedContent content) =>
        content switch
        {
            CheckedContent.File => "file",
            CheckedContent.Text => "report",
            CheckedContent.Figures => "annex",
            CheckedContent.Pair => "both",
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
