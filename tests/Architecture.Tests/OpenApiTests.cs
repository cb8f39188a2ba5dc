using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>The description that programs get is that of the functions, no more and no less.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonElement Document = Read();

    /// <summary>What answers people with pages and files, and is nothing for programs. A new HTTP function fails here until somebody has thought about it.</summary>
    private static readonly HashSet<string> Pages =
    [
        "AskMaterialFunction",
        "AssetFunction",
        "CycleListFunction",
        "DecideFunction",
        "DecisionPageFunction",
        "DeputyFunction",
        "DraftDossierFunction",
        "FairnessFunction",
        "FiguresFunction",
        "FormFunction",
        "FreshLinkFunction",
        "HomePageFunction",
        "LanguageFunction",
        "LinkDossierFunction",
        "LinkMaterialFunction",
        "LinkTextsFunction",
        "LostLinkFunction",
        "MaterialFunction",
        "MinutesFunction",
        "ObjectFunction",
        "ObjectionMinutesFunction",
        "ObjectionPageFunction",
        "PublishedDossierFunction",
        "PublishedEditionFunction",
        "ReceiptSheetFunction",
        "RequestSeenFunction",
        "RoundChangesFunction",
        "RoundDossierFunction",
        "RoundPaperFunction",
        "StaffDossierFunction",
        "StatusAlarmsFunction",
        "StatusCsvFunction",
        "StatusFindingsCsvFunction",
        "StatusFindingsFunction",
        "StatusPageFunction",
        "StoryFunction",
        "TextsFunction",
        "UploadChangesFunction",
        "UploadFormFunction",
        "UploadMaterialFunction",
        "UploadPageFunction",
    ];

    [Fact]
    public void Every_endpoint_for_programs_is_described_and_nothing_else()
    {
        Assert.Subset(new AudienceTable().All.Keys.ToHashSet(), Pages);
        var routes = Routes().Select(route => route.Operation);

        var described = Document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}")
            );

        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_says_which_role_it_takes_by_each_way_of_signing_in()
    {
        var audiences = new AudienceTable();
        var schemes = Document
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .EnumerateObject()
            .Select(scheme => scheme.Name)
            .ToList();

        Assert.NotEmpty(schemes);
        Assert.All(
            Routes(),
            route =>
            {
                var (method, path) = route.Operation.Split(' ') switch
                {
                    var parts => (parts[0], parts[1]),
                };
                var security = Document
                    .GetProperty("paths")
                    .GetProperty(path)
                    .GetProperty(method)
                    .GetProperty("security")
                    .EnumerateArray()
                    .Select(requirement => Assert.Single(requirement.EnumerateObject()))
                    .ToList();
                if (audiences.RoleFor(route.Function) is null)
                {
                    Assert.Empty(security);
                    return;
                }
                Assert.Equal(schemes, security.Select(requirement => requirement.Name));
                Assert.All(
                    security,
                    requirement =>
                        Assert.Equal(
                            RoleOf(audiences.Of(route.Function)),
                            Assert.Single(requirement.Value.EnumerateArray()).GetString()
                        )
                );
            }
        );
    }

    [Fact]
    public void Every_command_asks_for_an_id_and_a_reason()
    {
        var commands = Document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(path => path.Name.Contains("/commands/", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(
            Named(CommandScope.Assignment).Count() + Named(CommandScope.Cycle).Count(),
            commands.Count
        );
        Assert.All(
            commands,
            path =>
            {
                var required = path
                    .Value.GetProperty("post")
                    .GetProperty("requestBody")
                    .GetProperty("content")
                    .EnumerateObject()
                    .First()
                    .Value.GetProperty("schema")
                    .GetProperty("required")
                    .EnumerateArray()
                    .Select(name => name.GetString());
                Assert.Superset(new HashSet<string?> { "id", "reason" }, required.ToHashSet());
            }
        );
    }

    [Fact]
    public void Every_change_by_the_staff_asks_for_a_reason_however_it_is_sent()
    {
        var bodies = Document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .Where(path => path.Value.TryGetProperty("post", out _))
            .SelectMany(path =>
                path.Value.GetProperty("post")
                    .GetProperty("requestBody")
                    .GetProperty("content")
                    .EnumerateObject()
            )
            .ToList();

        Assert.NotEmpty(bodies);
        Assert.All(
            bodies,
            body =>
                Assert.Contains(
                    "reason",
                    body.Value.GetProperty("schema")
                        .GetProperty("required")
                        .EnumerateArray()
                        .Select(name => name.GetString())
                )
        );
    }

    [Theory]
    [InlineData("Finding", typeof(FindingLine))]
    [InlineData("Permission", typeof(UploadPermissionFunction.Answer))]
    public void What_is_answered_has_the_members_that_are_described(string schema, Type answer) =>
        Assert.Equal(
            answer
                .GetProperties()
                .Where(member => member.Name != "EqualityContract")
                .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)),
            Document
                .GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(schema)
                .GetProperty("properties")
                .EnumerateObject()
                .Select(member => member.Name)
        );

    [Fact]
    public void No_two_operations_bear_one_name()
    {
        var names = Document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(method => method.Value.GetProperty("operationId").GetString())
            .ToList();

        Assert.Equal(names.Distinct(), names);
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
                .Select(key => $"`{key["refusal.".Length..]}`"),
            code => Assert.Contains(code, table.Text, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string Function, string Operation)> Routes() =>
        typeof(AudienceTable)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(method => method.GetParameters())
            .Select(parameter =>
                (
                    Function: parameter.Member.GetCustomAttribute<FunctionAttribute>()?.Name,
                    Trigger: parameter.GetCustomAttribute<HttpTriggerAttribute>()
                )
            )
            .Where(one => one.Trigger is not null && !Pages.Contains(one.Function!))
            .SelectMany(one =>
                Expanded($"/{one.Trigger!.Route}")
                    .SelectMany(path =>
                        one.Trigger.Methods!.Where(method => method != "head")
                            .Select(method => (one.Function!, $"{method} {path}"))
                    )
            );

    // The roles as the settings name them unless told otherwise.
    private static string RoleOf(Audience audience)
    {
        var roles = new AccessOptions();
        return audience switch
        {
            Audience.Operators => roles.OperatorRole,
            Audience.Auditors => roles.AuditorRole,
            Audience.Viewers => roles.ViewerRole,
            _ => throw new InvalidOperationException($"{audience} need no role."),
        };
    }

    // Constraints of routes are no part of what is described.
    private static IEnumerable<string> Expanded(string constrained) =>
        constrained.Replace(":long}", "}", StringComparison.Ordinal) switch
        {
            var route when !route.EndsWith("/{command}", StringComparison.Ordinal) => [route],
            var route => Named(
                    route.Contains("{assignment}", StringComparison.Ordinal)
                        ? CommandScope.Assignment
                        : CommandScope.Cycle
                )
                .Select(name => route.Replace("{command}", name, StringComparison.Ordinal)),
        };

    private static IEnumerable<string> Named(CommandScope scope) =>
        Command.All.Where(one => one.Scope.HasFlag(scope)).Select(one => one.Name);

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

    private static JsonElement Read() =>
        JsonSerializer.SerializeToElement(OpenApiDocument.Make(new AudienceTable()));
}
