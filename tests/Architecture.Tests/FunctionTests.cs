using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Architecture.Tests;

public sealed class FunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(AudienceTable)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: false)),
    ];

    /// <summary>Who may call what. A new HTTP function fails here until somebody has thought about it.</summary>
    private static readonly Dictionary<string, Audience> Audiences = new()
    {
        ["AssetFunction"] = Audience.Everybody,
        ["HomePageFunction"] = Audience.Everybody,
        ["LanguageFunction"] = Audience.Everybody,
        ["LostLinkFunction"] = Audience.Everybody,
        ["PublishedDossierFunction"] = Audience.Everybody,
        ["PublishedEditionFunction"] = Audience.Everybody,
        ["ReceiptKeysFunction"] = Audience.Everybody,
        ["CheckOnlyFunction"] = Audience.LinkHolders,
        ["DecideFunction"] = Audience.LinkHolders,
        ["DeputyFunction"] = Audience.LinkHolders,
        ["ObjectFunction"] = Audience.LinkHolders,
        ["ObjectionPageFunction"] = Audience.LinkHolders,
        ["DecisionPageFunction"] = Audience.LinkHolders,
        ["DraftDossierFunction"] = Audience.LinkHolders,
        ["RoundChangesFunction"] = Audience.LinkHolders,
        ["LinkDossierFunction"] = Audience.LinkHolders,
        ["ExplainFunction"] = Audience.LinkHolders,
        ["FormFunction"] = Audience.LinkHolders,
        ["AskMaterialFunction"] = Audience.LinkHolders,
        ["LinkMaterialFunction"] = Audience.LinkHolders,
        ["LinkTextsFunction"] = Audience.LinkHolders,
        ["FreshLinkFunction"] = Audience.LinkHolders,
        ["UploadChangesFunction"] = Audience.LinkHolders,
        ["UploadChecksFunction"] = Audience.LinkHolders,
        ["UploadFormFunction"] = Audience.LinkHolders,
        ["UploadMaterialFunction"] = Audience.LinkHolders,
        ["ReceiptFileFunction"] = Audience.LinkHolders,
        ["ReceiptSheetFunction"] = Audience.LinkHolders,
        ["RequestSeenFunction"] = Audience.LinkHolders,
        ["UploadPageFunction"] = Audience.LinkHolders,
        ["UploadPermissionFunction"] = Audience.LinkHolders,
        ["UploadReceivedFunction"] = Audience.LinkHolders,
        ["AssignmentCommandFunction"] = Audience.Operators,
        ["CycleCommandFunction"] = Audience.Operators,
        ["CycleListFunction"] = Audience.Viewers,
        ["OpenApiFunction"] = Audience.Operators,
        ["AuditExportFunction"] = Audience.Auditors,
        ["FairnessFunction"] = Audience.Auditors,
        ["StatusFindingsFunction"] = Audience.Auditors,
        ["FiguresFunction"] = Audience.Auditors,
        ["MaterialFunction"] = Audience.Auditors,
        ["TextsFunction"] = Audience.Auditors,
        ["StatusFindingsCsvFunction"] = Audience.Auditors,
        ["MinutesFunction"] = Audience.Auditors,
        ["ObjectionMinutesFunction"] = Audience.LinkHolders,
        ["RoundPaperFunction"] = Audience.LinkHolders,
        ["RoundDossierFunction"] = Audience.Auditors,
        ["StaffDossierFunction"] = Audience.Auditors,
        ["StartCycleFunction"] = Audience.Operators,
        ["StatusAlarmsFunction"] = Audience.Viewers,
        ["StatusCsvFunction"] = Audience.Viewers,
        ["StatusPageFunction"] = Audience.Viewers,
        ["StoryFunction"] = Audience.Auditors,
    };

    [Fact]
    public void Every_HTTP_function_is_open_to_whom_it_should_be()
    {
        var table = new AudienceTable();

        Assert.Equal(
            Audiences.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            table.All.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        );
        Assert.Equal(
            Functions.Where(IsHttp).Select(NameOf).Order(StringComparer.Ordinal),
            table.All.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(Audience.Operators, table.Of("NeverHeardOf"));
    }

    [Fact]
    public void A_function_open_to_link_holders_takes_a_token_in_its_address() =>
        Assert.All(
            Functions.Where(method =>
                IsHttp(method) && new AudienceTable().Of(NameOf(method)) == Audience.LinkHolders
            ),
            method =>
                Assert.Contains(
                    "{token}",
                    Trigger<HttpTriggerAttribute>(method)!.Route,
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void A_function_is_sealed_and_named_after_its_class_once() =>
        Assert.All(
            Functions,
            method =>
            {
                var type = method.DeclaringType!;
                Assert.True(type.IsSealed, type.Name);
                Assert.Equal(type.Name, NameOf(method));
                Assert.Equal(
                    method.ReturnType.IsAssignableTo(typeof(Task)) ? "RunAsync" : "Run",
                    method.Name
                );
                Assert.Equal(1, Functions.Count(other => other.DeclaringType == type));
            }
        );

    [Fact]
    public void An_activity_is_internal_takes_one_input_and_stands_alone_in_its_file()
    {
        var activities = Functions.Where(Has<ActivityTriggerAttribute>).ToList();

        Assert.NotEmpty(activities);
        Assert.All(
            activities,
            method =>
            {
                var type = method.DeclaringType!;
                Assert.True(type.IsNotPublic, $"{type.Name} is public");
                Assert.EndsWith("Activity", type.Name, StringComparison.Ordinal);
                Assert.Single(
                    method.GetParameters(),
                    parameter =>
                        parameter.ParameterType != typeof(CancellationToken)
                        && parameter.GetCustomAttributes().All(a => a is not DurableClientAttribute)
                );
                Assert.Single(
                    SourceFile.Under("functions", ".cs"),
                    file =>
                        file.Path.EndsWith($"/{type.Name}.cs", StringComparison.Ordinal)
                        && file.Text.Split("[Function(").Length == 2
                );
            }
        );
    }

    [Fact]
    public void An_orchestrator_has_nothing_that_a_replay_could_not_repeat()
    {
        var orchestrators = Functions.Where(Has<OrchestrationTriggerAttribute>).ToList();

        Assert.NotEmpty(orchestrators);
        Assert.All(
            orchestrators,
            method =>
            {
                var type = method.DeclaringType!;
                Assert.True(type.IsAbstract && type.IsSealed, $"{type.Name} is not static");
                Assert.True(type.IsNotPublic, $"{type.Name} is public");
                Assert.EndsWith("Orchestrator", type.Name, StringComparison.Ordinal);
                Assert.Equal("ProgramReview.Functions.Orchestration", type.Namespace);
                Assert.Equal(
                    typeof(TaskOrchestrationContext),
                    method.GetParameters()[0].ParameterType
                );
                Assert.All(
                    type.GetFields(
                        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
                    ),
                    field =>
                        Assert.True(
                            field.IsInitOnly || field.IsLiteral,
                            $"{type.Name}.{field.Name}"
                        )
                );
                Assert.True(method.GetParameters().Length <= 2, $"{type.Name} takes services");
            }
        );
    }

    private static string NameOf(MethodInfo method) =>
        method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static bool IsHttp(MethodInfo method) => Has<HttpTriggerAttribute>(method);

    private static bool Has<T>(MethodInfo method)
        where T : Attribute => Trigger<T>(method) is not null;

    private static T? Trigger<T>(MethodInfo method)
        where T : Attribute =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<T>())
            .FirstOrDefault(attribute => attribute is not null);
}
