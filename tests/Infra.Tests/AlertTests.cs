using System.Text.RegularExpressions;
using ProgramReview.Core.Audit;

namespace ProgramReview.Infra.Tests;

/// <summary>An alert that looks for a word nobody says never comes.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = Places.Read("infra/modules/alerts.bicep");

    [Fact]
    public void Every_metric_an_alert_looks_at_is_one_that_the_product_tells()
    {
        var told = Directory
            .EnumerateFiles(
                Path.Combine(Places.Top, "functions", "ProgramReview.Functions"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var looked = Metric().Matches(Alerts).Select(match => match.Groups[1].Value).ToList();

        Assert.InRange(looked.Distinct().Count(), 5, told.Count);
        Assert.All(looked, metric => Assert.Contains(metric, told));
    }

    [Fact]
    public void The_outcomes_of_mails_are_called_as_in_the_code()
    {
        var outcomes = Quoted()
            .Matches(Outcomes().Match(Alerts).Groups[1].Value)
            .Select(match => match.Groups[1].Value);

        Assert.Equal([nameof(MailResult.Refused), nameof(MailResult.GivenUp)], outcomes);
    }

    [GeneratedRegex(@"Create(?:Counter|Histogram|ObservableGauge)(?:<\w+>)?\(\s*""([\w.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"name == ""(review\.[\w.]+)""")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\[""outcome""\]\) in \(([^)]*)\)")]
    private static partial Regex Outcomes();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex Quoted();
}
