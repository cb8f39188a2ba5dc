using System.Reflection.Emit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using ProgramReview.FunctionsHost.App;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>How the extensions see one binding: a parameter and the attribute it carries.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Attribute">Its attribute; null where the host itself calls the function.</param>
/// <param name="HasResult">Whether the trigger takes the function's result.</param>
internal sealed record BoundParameter(
    Type Type,
    CustomAttributeBuilder? Attribute,
    bool HasResult = false
)
{
    public static BoundParameter Of(AppFunction function, FunctionBinding binding) =>
        binding.Type.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => new(typeof(HttpContext), null),
            "TIMERTRIGGER" => new(typeof(string), null),
            "QUEUETRIGGER" => new(
                typeof(string),
                With<QueueTriggerAttribute>(
                    [binding.Text("queueName")!],
                    (nameof(QueueTriggerAttribute.Connection), binding.Text("connection"))
                )
            ),
            "ORCHESTRATIONTRIGGER" => new(
                typeof(string),
                With<OrchestrationTriggerAttribute>(
                    [],
                    (
                        nameof(OrchestrationTriggerAttribute.Orchestration),
                        binding.Text("orchestration")
                    )
                ),
                HasResult: true
            ),
            "ACTIVITYTRIGGER" => new(
                typeof(string),
                With<ActivityTriggerAttribute>(
                    [],
                    (nameof(ActivityTriggerAttribute.Activity), binding.Text("activity"))
                ),
                HasResult: true
            ),
            "ENTITYTRIGGER" => new(
                typeof(string),
                With<EntityTriggerAttribute>(
                    [],
                    (nameof(EntityTriggerAttribute.EntityName), binding.Text("entityName"))
                ),
                HasResult: true
            ),
            "DURABLECLIENT" => new(
                typeof(string),
                With<DurableClientAttribute>(
                    [],
                    (nameof(DurableClientAttribute.TaskHub), binding.Text("taskHub")),
                    (nameof(DurableClientAttribute.ConnectionName), binding.Text("connectionName"))
                )
            ),
            _ => throw new AppFault(
                $"'{function.Name}' has a binding of type '{binding.Type}', which this host does not have."
            ),
        };

    private static CustomAttributeBuilder With<T>(
        object[] arguments,
        params (string Name, string? Value)[] properties
    )
        where T : Attribute
    {
        var set = properties.Where(property => property.Value is { Length: > 0 }).ToArray();
        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument.GetType())])!,
            arguments,
            [.. set.Select(property => typeof(T).GetProperty(property.Name)!)],
            [.. set.Select(property => property.Value)]
        );
    }
}
