using System.Text.RegularExpressions;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A mail as its reader has it.</summary>
internal sealed partial record Letter(string Recipient, string Subject, string Text, string Html)
{
    /// <summary>The one link of the letter.</summary>
    public Uri Link => new(Links().Match(Text).Value);

    /// <summary>What the link leads to: u, a, d or status; empty without a link.</summary>
    public string Leads =>
        Links().Match(Text) is { Success: true } link ? link.Groups[1].Value : "";

    /// <summary>Whether it leads to an approver's page and brings no receipt of an answer: a request, or what became of one.</summary>
    public bool AsksToDecide => Leads == "a" && !AnswerFiles().IsMatch(Text);

    [GeneratedRegex(@"\banswer-[a-z0-9.-]+\.json\b")]
    private static partial Regex AnswerFiles();

    [GeneratedRegex(@"https?://[^\s/]+/(?:[^\s]*?/)??(u|a|d|status)/[^\s]+")]
    private static partial Regex Links();
}
