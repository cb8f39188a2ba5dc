using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Steering;
using ProgramReview.Functions.Access;
using ProgramReview.Functions.Pages;
using ProgramReview.Functions.Steering;
using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>The description that programs get is that of the functions, no more and no less.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonElement Document = Read();
    private static readonly string[] AboutCycles =
    [
        "stop",
        "retry",
        "declare-outage",
        "erase-contact",
    ];

    [Fact]
    public void Every_operators_endpoint_is_described_and_nothing_else()
    {
        var routes = typeof(AudienceTable)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(trigger => trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true)
            .SelectMany(trigger =>
                Expanded($"/{trigger!.Route}")
                    .SelectMany(path =>
                        trigger
                            .Methods!.Where(method => method != "head")
                            .Select(method => $"{method} {path}")
                    )
            );

        var described = Document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}")
            );

        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_asks_for_an_id_and_a_reason()
    {
        var commands = Document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(path => path.Name.Contains("/commands/", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(Enum.GetValues<CommandKind>().Length + AboutCycles.Length, commands.Count);
        Assert.All(
            commands,
            path =>
            {
                var required = path
                    .Value.GetProperty("post")
                    .GetProperty("requestBody")
                    .GetProperty("content")
                    .GetProperty("application/json")
                    .GetProperty("schema")
                    .GetProperty("required")
                    .EnumerateArray()
                    .Select(name => name.GetString());
                Assert.Superset(new HashSet<string?> { "id", "reason" }, required.ToHashSet());
            }
        );
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(Document).Distinct().ToList();

        Assert.NotEmpty(references);
        Assert.All(
            references,
            reference =>
                Assert.Equal(
                    JsonValueKind.Object,
                    reference[2..]
                        .Split('/')
                        .Aggregate(Document, (element, name) => element.GetProperty(name))
                        .ValueKind
                )
        );
    }

    [Fact]
    public void Every_refusal_has_its_code_in_the_table_of_errors()
    {
        var table = SourceFile.Under("docs", ".md").Single(file => file.Path == "docs/errors.md");

        Assert.All(
            Text.All(Core.Planning.Language.En)
                .Keys.Where(key => key.StartsWith("refusal.", StringComparison.Ordinal))
                .Select(key => $"`command-{key["refusal.".Length..]}`"),
            code => Assert.Contains(code, table.Text, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Expanded(string route) =>
        route switch
        {
            _ when !route.EndsWith("/{command}", StringComparison.Ordinal) => [route],
            _ when route.Contains("{assignment}", StringComparison.Ordinal) =>
                Enum.GetValues<CommandKind>()
                    .Select(kind =>
                        route.Replace("{command}", CommandSlug.Of(kind), StringComparison.Ordinal)
                    ),
            _ => AboutCycles.Select(name =>
                route.Replace("{command}", name, StringComparison.Ordinal)
            ),
        };

    private static IEnumerable<string> References(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(one =>
                    one.Name == "$ref" ? [one.Value.GetString()!] : References(one.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };

    private static JsonElement Read()
    {
        using var stream = typeof(AudienceTable).Assembly.GetManifestResourceStream(
            "openapi.json"
        )!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
