using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>Decides, once at the start, where the value of each parameter comes from. What nothing can fill is a fault.</summary>
internal static class ParameterBinders
{
    /// <summary>What every function may have besides its trigger; null for anything else.</summary>
    public static ParameterBinder? Common(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(DurableClientAttribute)))
        {
            return type == typeof(DurableTaskClient)
                ? invocation =>
                    invocation.Client
                    ?? invocation.InstanceServices.GetRequiredService<DurableTaskClient>()
                : throw Fault(parameter, $"[DurableClient] fills a {nameof(DurableTaskClient)}");
        }

        return type == typeof(FunctionContext) ? invocation => invocation
            : type == typeof(CancellationToken) ? invocation => invocation.CancellationToken
            : null;
    }

    /// <summary>An orchestrator's context and its one input.</summary>
    public static (ParameterBinder[] Binders, Type Input) ForOrchestrator(FoundFunction function)
    {
        if (!function.Method.IsStatic && function.Method.DeclaringType!.GetConstructor([]) is null)
        {
            throw new FunctionFaultException(
                "an orchestrator cannot take services; make it static"
            );
        }

        ParameterInfo? input = null;
        return (
            Array.ConvertAll(function.Parameters, Binder),
            input?.ParameterType ?? typeof(object)
        );

        ParameterBinder Binder(ParameterInfo parameter)
        {
            if (parameter == function.Trigger)
            {
                return parameter.ParameterType == typeof(TaskOrchestrationContext)
                    ? invocation => invocation.Orchestration
                    : throw Fault(
                        parameter,
                        $"[OrchestrationTrigger] fills a {nameof(TaskOrchestrationContext)}"
                    );
            }

            if (parameter.IsDefined(typeof(BindingAttribute)))
            {
                throw Fault(parameter, "an orchestrator has no bindings but its trigger");
            }

            if (Common(parameter) is { } common)
            {
                return common;
            }

            if (input is not null)
            {
                throw new FunctionFaultException(
                    $"both '{input.Name}' and '{parameter.Name}' would take the input"
                );
            }

            input = parameter;
            return IsLostOnFunctions(parameter.ParameterType)
                ? throw Fault(
                    parameter,
                    "the input is an interface, an abstract or a nullable value type, for which Functions silently passes null; use a sealed record or context.GetInput"
                )
                : Trigger(parameter);
        }
    }

    /// <summary>An activity's input, the id of its caller, and what any function may have.</summary>
    public static ParameterBinder[] ForActivity(FoundFunction function) =>
        Array.ConvertAll(
            function.Parameters,
            parameter =>
                parameter == function.Trigger ? Trigger(parameter)
                : Common(parameter) is { } common ? common
                : parameter.ParameterType == typeof(string) && parameter.Name == "instanceId"
                    ? invocation => invocation.InvocationId
                : parameter.HasDefaultValue ? _ => parameter.DefaultValue
                : throw Fault(parameter, "nothing fills it")
        );

    public static FunctionFaultException Fault(ParameterInfo parameter, string why) =>
        new($"parameter '{parameter.Name}' ({parameter.ParameterType.Name}): {why}");

    private static ParameterBinder Trigger(ParameterInfo parameter) =>
        invocation =>
            invocation.Trigger ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null);

    private static bool IsLostOnFunctions(Type type) =>
        type.IsInterface
        || (type.IsAbstract && type != typeof(object))
        || Nullable.GetUnderlyingType(type) is not null;
}
