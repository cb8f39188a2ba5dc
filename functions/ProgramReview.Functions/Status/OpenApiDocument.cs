using System.Text.Json.Nodes;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>
/// The description of what programs call: what stands in <c>openapi.json</c>, every command from its own definition, and for each operation
/// the role that the table of audiences asks for; none where a personal link is enough.
/// </summary>
internal static class OpenApiDocument
{
    private const string Zone = "the plan's zone";

    private static readonly AccessOptions Names = new();

    // The operations that are no commands.
    private static readonly Dictionary<string, string> Functions = new()
    {
        ["startCycle"] = nameof(StartCycleFunction),
        ["exportAudit"] = nameof(AuditExportFunction),
        ["describe"] = nameof(OpenApiFunction),
        ["askPermission"] = nameof(UploadPermissionFunction),
        ["tellReceived"] = nameof(UploadReceivedFunction),
        ["checksOfUpload"] = nameof(UploadChecksFunction),
        ["checkOnly"] = nameof(CheckOnlyFunction),
        ["explainQuery"] = nameof(ExplainFunction),
        ["receiptFile"] = nameof(ReceiptFileFunction),
        ["receiptKeys"] = nameof(ReceiptKeysFunction),
    };

    /// <summary>Describes every endpoint that answers programs (OpenAPI): the embedded frame, with the commands and roles as the code has them.</summary>
    public static JsonObject Make(AudienceTable audiences)
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(
            "openapi.json"
        )!;
        var document = JsonNode.Parse(stream)!.AsObject();
        var paths = document["paths"]!.AsObject();
        var schemes = document["components"]!["securitySchemes"]!
            .AsObject()
            .Select(scheme => scheme.Key)
            .ToList();
        foreach (var operation in paths.SelectMany(path => path.Value!.AsObject()).ToList())
        {
            Close(operation.Value!, Functions[operation.Value!["operationId"]!.GetValue<string>()]);
        }
        foreach (var command in Command.All)
        {
            Add(
                CommandScope.Assignment,
                "assignments/{assignment}/",
                nameof(AssignmentCommandFunction)
            );
            Add(CommandScope.Cycle, "", nameof(CycleCommandFunction));

            void Add(CommandScope scope, string part, string function)
            {
                if (command.Scope.HasFlag(scope))
                {
                    var operation = Describe(command, scope);
                    Close(operation, function);
                    paths.Add(
                        $"/api/cycles/{{cycle}}/{part}commands/{command.Name}",
                        new JsonObject { ["post"] = operation }
                    );
                }
            }
        }
        return document;

        void Close(JsonNode operation, string function) =>
            operation["security"] = new JsonArray([
                .. RoleOf(audiences, function) is { } role
                    ? schemes.Select(scheme => new JsonObject { [scheme] = new JsonArray(role) })
                    : [],
            ]);
    }

    private static string? RoleOf(AudienceTable audiences, string function) =>
        audiences.RoleFor(function) switch
        {
            null => null,
            StaffRole.Operator => Names.OperatorRole,
            StaffRole.Auditor => Names.AuditorRole,
            _ => Names.ViewerRole,
        };

    private static JsonObject Describe(CommandDefinition command, CommandScope scope)
    {
        var schema = SchemaOf(command);
        string[] types = command.File is null
            ? ["application/json", "application/x-www-form-urlencoded"]
            : ["multipart/form-data"];
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "On record, now or from an earlier call with the same id.",
                ["content"] = Content("application/json", Reference("schemas/Recorded")),
            },
            ["303"] = new JsonObject
            {
                ["description"] = "A form is led to the page that says what came of it.",
            },
        };
        foreach (var status in (string[])["400", "403", "404", "409", "422"])
        {
            responses.Add(status, Reference("responses/Problem"));
        }
        return new JsonObject
        {
            ["operationId"] = scope == command.Scope ? command.Name : $"{command.Name}-{scope}",
            ["summary"] = Text.Get(Language.En, $"command.{command.Name}"),
            ["description"] = Text.Get(Language.En, $"command.{command.Name}.hint"),
            ["parameters"] = new JsonArray([
                Parameter("cycle", "The cycle's id."),
                .. scope == CommandScope.Assignment
                    ? [Parameter("assignment", "cycle.body.reportType")]
                    : (JsonNode[])[],
            ]),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(
                    types.Select(type =>
                        KeyValuePair.Create<string, JsonNode?>(
                            type,
                            new JsonObject { ["schema"] = schema.DeepClone() }
                        )
                    )
                ),
            },
            ["responses"] = responses,
        };
    }

    private static JsonObject SchemaOf(CommandDefinition command) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([
                CommandValues.IdField,
                CommandValues.ReasonField,
                .. command.Fields.Where(field => field.IsRequired).Select(field => field.Name),
            ]),
            ["properties"] = new JsonObject([
                KeyValuePair.Create<string, JsonNode?>(
                    CommandValues.IdField,
                    Reference("schemas/Id")
                ),
                KeyValuePair.Create<string, JsonNode?>(
                    CommandValues.ReasonField,
                    Reference("schemas/Reason")
                ),
                KeyValuePair.Create<string, JsonNode?>(
                    CommandValues.ByField,
                    Reference("schemas/By")
                ),
                .. command.Fields.Select(field =>
                    KeyValuePair.Create<string, JsonNode?>(field.Name, SchemaOf(field))
                ),
            ]),
        };

    private static JsonObject SchemaOf(CommandField field)
    {
        var label = $"command.field.{field.Label}";
        var schema = field.Kind switch
        {
            CommandFieldKind.Instant => new JsonObject
            {
                ["allOf"] = new JsonArray(Reference("schemas/Instant")),
            },
            CommandFieldKind.Choices => new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            },
            _ => new JsonObject { ["type"] = "string" },
        };
        schema["description"] = Text.Has(label)
            ? Text.Get(Language.En, label, Zone)
            : "As the page showed it.";
        return schema;
    }

    private static JsonObject Parameter(string name, string description) =>
        new()
        {
            ["name"] = name,
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
            ["description"] = description,
        };

    private static JsonObject Content(string type, JsonNode schema) =>
        new() { [type] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(string part) => new() { ["$ref"] = $"#/components/{part}" };
}
