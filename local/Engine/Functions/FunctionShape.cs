using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>Which shapes of method a durable function may have; the others are refused with the reason, before anything runs.</summary>
internal static class FunctionShape
{
    /// <summary>The one parameter that takes the input.</summary>
    public static ParameterInfo? FindInput(MethodInfo method, string name, bool isOrchestrator)
    {
        if (isOrchestrator && !method.IsStatic && method.DeclaringType!.GetConstructor([]) is null)
        {
            throw Refused(method, name, "an orchestrator cannot take services; make it static");
        }

        ParameterInfo? input = null;
        foreach (var parameter in method.GetParameters())
        {
            if (!IsInput(parameter, method, name, isOrchestrator))
            {
                continue;
            }

            if (input is not null)
            {
                throw Refused(
                    method,
                    name,
                    $"both '{input.Name}' and '{parameter.Name}' would take the input"
                );
            }

            input = parameter;
        }

        if (isOrchestrator && input is not null && IsLostOnFunctions(input.ParameterType))
        {
            throw Refused(
                method,
                name,
                $"the input '{input.Name}' is an interface, an abstract or a nullable value type, for which Functions silently passes null; use a sealed record or context.GetInput"
            );
        }

        return input;
    }

    /// <summary>The type of the result, and how to get it out of the task.</summary>
    public static (Type Type, Func<object, object?>? Read) FindResult(
        MethodInfo method,
        string name
    )
    {
        var type = method.ReturnType;
        if (
            type == typeof(ValueTask)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        )
        {
            throw Refused(
                method,
                name,
                "it returns a ValueTask, which Functions does not await; return a Task"
            );
        }

        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return (type == typeof(void) || type == typeof(Task) ? typeof(object) : type, null);
        }

        var task = Expression.Parameter(typeof(object));
        var result = Expression.Property(
            Expression.Convert(task, type),
            nameof(Task<object>.Result)
        );
        var read = Expression
            .Lambda<Func<object, object?>>(Expression.Convert(result, typeof(object)), task)
            .Compile();
        return (type.GetGenericArguments()[0], read);
    }

    private static bool IsInput(
        ParameterInfo parameter,
        MethodInfo method,
        string name,
        bool isOrchestrator
    )
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext) || type == typeof(CancellationToken))
        {
            return false;
        }

        switch (parameter.GetCustomAttributes<BindingAttribute>().FirstOrDefault())
        {
            case OrchestrationTriggerAttribute when type == typeof(TaskOrchestrationContext):
            case DurableClientAttribute when type == typeof(DurableTaskClient) && !isOrchestrator:
                return false;
            case ActivityTriggerAttribute:
                return type != typeof(TaskActivityContext);
            case { } binding:
                throw Refused(
                    method,
                    name,
                    $"'{parameter.Name}' cannot be bound by {binding.GetType().Name}"
                );
            case null when isOrchestrator:
                return true;
            default:
                return type == typeof(string) && parameter.Name == "instanceId" ? false
                    : parameter.HasDefaultValue ? false
                    : throw Refused(
                        method,
                        name,
                        $"nothing can fill the parameter '{parameter.Name}'"
                    );
        }
    }

    private static bool IsLostOnFunctions(Type type) =>
        type.IsInterface
        || (type.IsAbstract && type != typeof(object))
        || Nullable.GetUnderlyingType(type) is not null;

    private static InvalidOperationException Refused(MethodInfo method, string name, string why) =>
        new(
            $"The function '{name}' ({method.DeclaringType!.FullName}.{method.Name}) cannot be run: {why}."
        );
}
