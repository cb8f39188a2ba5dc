using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Links;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Infra.Tests;

/// <summary>A setting has one name: in the options classes, in the infrastructure, in the example and in the docs.</summary>
public sealed partial class SettingTests
{
    /// <summary>What the host reads, not the product.</summary>
    private static readonly string[] OfTheHost =
    [
        "AZURE_CLIENT_ID",
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

    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void The_app_starts_with_what_the_infrastructure_sets(string name)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Settings(name)
                    .Select(pair => new KeyValuePair<string, string?>(
                        pair.Key.Replace("__", ":", StringComparison.Ordinal),
                        Resolve((string)pair.Value!)
                    ))
            )
            .Build();
        var services = new ServiceCollection();
        services
            .AddReview(configuration)
            .AddAzureStorage(configuration)
            .AddMailProvider(configuration)
            .AddReceiptSigner(configuration)
            .AddAccess(configuration)
            .AddTelemetry(configuration);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    // Whoever has an address to report to reports the addresses of requests, and ours hold links.
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

    [Fact]
    public void The_example_sets_nothing_that_nobody_reads()
    {
        var example = JsonNode.Parse(
            Places.Read("functions/ProgramReview.Functions/local.settings.example.json")
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
                .Matches(Places.Read("docs/settings.md"))
                .Select(match => match.Groups[1].Value)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Host_json_takes_nothing_from_settings() =>
        Assert.DoesNotContain('%', Places.Read("host.json"));

    private static IEnumerable<string> Set(string name) => Settings(name).Select(pair => pair.Key);

    private static JsonObject Settings(string name) =>
        Snapshot
            .Resources(name, "Microsoft.Web/sites/config")
            .Single(resource =>
                ((string)resource["name"]!).EndsWith("/appsettings", StringComparison.Ordinal)
            )["properties"]!.AsObject();

    // What only a deployment knows, and what the vault holds.
    private static string Resolve(string value) =>
        value.Contains("Microsoft.KeyVault", StringComparison.Ordinal)
            ? Convert.ToBase64String(new byte[32])
        : value.EndsWith(".connectionString.value]", StringComparison.Ordinal)
            ? "InstrumentationKey=00000000-0000-0000-0000-000000000001"
        : Format().Match(value) is { Success: true } format
            ? format
                .Groups[1]
                .Value.Replace("{0}", "name", StringComparison.Ordinal)
                .Replace("{1}", "of.azure.example", StringComparison.Ordinal)
                .Replace("{2}", "receipts", StringComparison.Ordinal)
        : value;

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

    [GeneratedRegex(@"^\[format\('(https:[^']+)'")]
    private static partial Regex Format();

    [GeneratedRegex(@"^\| `([A-Za-z]+:[A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Documented();
}
