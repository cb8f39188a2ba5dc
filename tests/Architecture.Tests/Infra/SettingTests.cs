using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgramReview.Functions.Web.Links;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>A setting has one name: in the options classes, in the infrastructure, in the example and in the docs.</summary>
public sealed partial class SettingTests
{
    /// <summary>What the host reads, not the product.</summary>
    private static readonly string[] OfTheHost =
    [
        "AZURE_CLIENT_ID",
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage",
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "FUNCTIONS_WORKER_RUNTIME",
        "Storage",
        "Storage__clientId",
        "Storage__credential",
    ];

    private static readonly IReadOnlyDictionary<string, Type> Options = ReadOptions();

    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void The_infrastructure_sets_nothing_that_nobody_reads(string name) =>
        Assert.All(Set(name), setting => Assert.True(IsKnown(setting), $"Nobody reads {setting}."));

    // A host that has an address to report to reports the addresses of requests, and ours hold links.
    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void The_host_is_given_no_place_to_report_to(string name) =>
        Assert.DoesNotContain(
            Set(name),
            setting =>
                setting.StartsWith("APPLICATIONINSIGHTS_", StringComparison.OrdinalIgnoreCase)
                || setting.StartsWith("APPINSIGHTS_", StringComparison.OrdinalIgnoreCase)
                || setting.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        );

    // Logs of the platform hold paths of requests, and with them links.
    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void Nothing_has_the_platform_write_its_logs_anywhere(string name) =>
        Assert.Empty(Snapshot.Resources(name, "Microsoft.Insights/diagnosticSettings"));

    [Fact]
    public void The_example_sets_nothing_that_nobody_reads()
    {
        var example = JsonNode.Parse(
            SourceTree.Read("functions/ProgramReview.Functions/local.settings.example.json")
        )!;

        Assert.All(
            example["Values"]!.AsObject(),
            pair => Assert.True(IsKnown(pair.Key), $"Nobody reads {pair.Key}.")
        );
    }

    [Fact]
    public void The_docs_list_every_setting_and_no_other() =>
        Assert.Equal(
            Options.Keys.Order(StringComparer.Ordinal),
            Documented()
                .Matches(SourceTree.Read("docs/settings.md"))
                .Select(match => match.Groups[1].Value)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void What_a_parameter_file_reads_from_the_environment_is_told_in_the_docs(string name)
    {
        var docs = SourceTree.Read("docs/deploy.md") + SourceTree.Read("docs/operations.md");
        var variables = Variable().Matches(SourceTree.Read($"infra/{name}.bicepparam"));

        Assert.True(variables.Count > 10, $"Only {variables.Count} variables were found.");
        Assert.All(
            variables.Select(match => match.Value),
            variable => Assert.Contains(variable, docs, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_variable_of_the_docs_on_deployment_is_read_by_the_parameters_of_production()
    {
        var parameters = SourceTree.Read("infra/prod.bicepparam");

        Assert.All(
            Variable().Matches(SourceTree.Read("docs/deploy.md")).Select(match => match.Value),
            variable => Assert.Contains($"'{variable}'", parameters, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Host_json_takes_nothing_from_settings() =>
        Assert.DoesNotContain('%', SourceTree.Read("host.json"));

    private static Dictionary<string, string>.KeyCollection Set(string name) =>
        AppSettings.In(File.ReadAllText(Snapshot.Kept(name))).Keys;

    private static bool IsKnown(string setting) =>
        OfTheHost.Contains(setting)
        || Options.Any(option =>
        {
            var name = setting.Replace("__", ":", StringComparison.Ordinal);
            return name == option.Key
                // A dictionary's keys are the operator's to choose.
                || (
                    typeof(IDictionary<string, string>).IsAssignableFrom(option.Value)
                    && name.StartsWith($"{option.Key}:", StringComparison.Ordinal)
                );
        });

    private static Dictionary<string, Type> ReadOptions() =>
        typeof(LinkOptions)
            .Assembly.GetTypes()
            .Select(type =>
                (Type: type, Section: type.GetField("SectionName")?.GetRawConstantValue() as string)
            )
            .Where(options => options.Section is not null)
            .SelectMany(options => Leaves(options.Section!, options.Type))
            .ToDictionary(leaf => leaf.Name, leaf => leaf.Type);

    private static IEnumerable<(string Name, Type Type)> Leaves(string path, Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property =>
                property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
                    ? Leaves($"{path}:{property.Name}", property.PropertyType)
                    : [($"{path}:{property.Name}", property.PropertyType)]
            );

    [GeneratedRegex(@"^\| `([A-Za-z]+:[A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Documented();

    [GeneratedRegex("REVIEW_[A-Z_]+")]
    private static partial Regex Variable();
}
