using System.Text.RegularExpressions;
using ProgramReview.Core.Events;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>Alerts look at metrics that the code emits and at values that it gives them; a rule about anything else would never fire.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = SourceTree.Read("infra/modules/alerts.bicep");

    private static IReadOnlyList<string> Watched =>
        [.. Name().Matches(Alerts).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Every_metric_that_an_alert_looks_at_is_one_that_the_code_emits()
    {
        var emitted = Directory
            .EnumerateFiles(
                Path.Combine(SourceTree.Root, "functions"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(Query().Count(Alerts), Watched.Count);
        Assert.True(Watched.Count >= 6, $"Only {Watched.Count} metrics are watched.");
        Assert.Empty(Watched.Except(emitted));
    }

    [Fact]
    public void Every_metric_that_an_alert_looks_at_is_described_in_the_docs()
    {
        var settings = SourceTree.Read("docs/settings.md");

        Assert.All(
            Watched,
            metric => Assert.Contains($"| `{metric}` |", settings, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_outcomes_of_mails_that_call_somebody_are_all_but_the_good_one() =>
        Assert.Equal(
            Enum.GetNames<MailResult>().Except([nameof(MailResult.Sent)]),
            Quoted()
                .Matches(Assert.Single(Outcomes().Matches(Alerts)).Groups[1].Value)
                .Select(match => match.Groups[1].Value)
        );

    [GeneratedRegex(@"customMetrics \| where name == ""([^""]+)""")]
    private static partial Regex Name();

    [GeneratedRegex("customMetrics")]
    private static partial Regex Query();

    [GeneratedRegex(@"\.Create[A-Za-z]+(?:<[a-z]+>)?\(\s*""([^""]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"customDimensions\[""outcome""\]\) in \(([^)]*)\)")]
    private static partial Regex Outcomes();

    [GeneratedRegex(@"""([^""]+)""")]
    private static partial Regex Quoted();
}
