using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Azure.Tests;

/// <summary>What the real worker's build finds in the app is what the local host finds in it.</summary>
[Collection(typeof(PublishedAppCollection))]
public sealed class PublishedAppTests(AzureBuild app)
{
    private static readonly IReadOnlyDictionary<string, MethodInfo> Written = typeof(AudienceTable)
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
        .Where(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    [Fact]
    public void It_holds_every_function_that_the_source_declares() =>
        Assert.Equal(
            Written.Keys.Order(StringComparer.Ordinal),
            Functions().Select(function => (string)function["name"]!).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_trigger_is_the_one_that_was_written()
    {
        foreach (var function in Functions())
        {
            var name = (string)function["name"]!;
            var binding = function["bindings"]!
                .AsArray()
                .Single(part =>
                    ((string)part!["type"]!).EndsWith("Trigger", StringComparison.Ordinal)
                )!;
            var written = Written[name]
                .GetParameters()
                .SelectMany(parameter => parameter.GetCustomAttributes())
                .Single(attribute =>
                    attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)
                );

            switch (written)
            {
                case HttpTriggerAttribute http:
                    Assert.Equal("httpTrigger", (string?)binding["type"]);
                    Assert.Equal(http.Route, (string?)binding["route"]);
                    Assert.Equal($"{http.AuthLevel}", (string?)binding["authLevel"]);
                    Assert.Equal(http.Methods, binding["methods"].Deserialize<string[]>());
                    break;
                case TimerTriggerAttribute timer:
                    Assert.Equal("timerTrigger", (string?)binding["type"]);
                    Assert.Equal(timer.Schedule, (string?)binding["schedule"]);
                    break;
                case QueueTriggerAttribute queue:
                    Assert.Equal("queueTrigger", (string?)binding["type"]);
                    Assert.Equal(queue.QueueName, (string?)binding["queueName"]);
                    Assert.Equal(queue.Connection, (string?)binding["connection"]);
                    break;
                default:
                    Assert.Equal(
                        written.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal),
                        (string?)binding["type"],
                        ignoreCase: true
                    );
                    break;
            }
        }
    }

    [Fact]
    public void It_brings_host_json_and_the_plans_and_nothing_of_the_local_host()
    {
        Assert.Contains("\"hubName\"", app.Read("host.json"), StringComparison.Ordinal);
        Assert.Contains(
            "hanoi-01-ctr-tu",
            app.Read("plans/hanoi-01-ctr-tu/plan.yaml"),
            StringComparison.Ordinal
        );
        var libraries = app.Read("ProgramReview.Functions.deps.json");
        Assert.DoesNotContain("ProgramReview.Local", libraries, StringComparison.Ordinal);
        Assert.Contains("Microsoft.DurableTask.Abstractions", libraries, StringComparison.Ordinal);
    }

    private IReadOnlyList<JsonNode> Functions() =>
        [
            .. JsonNode
                .Parse(app.Read("functions.metadata"))!
                .AsArray()
                .Select(function => function!),
        ];
}
