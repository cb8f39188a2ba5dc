using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Where the values of a function's parameters come from, by what sets it off.</summary>
internal static class TriggerBinders
{
    /// <summary>The binder of a parameter; a fault when nothing can fill it.</summary>
    public static ParameterBinder For(
        ParameterInfo parameter,
        FunctionTrigger trigger,
        bool isTrigger
    )
    {
        if (isTrigger)
        {
            return ForTrigger(parameter, trigger);
        }

        if (ParameterBinders.Common(parameter) is { } common)
        {
            return common;
        }

        return
            trigger is FunctionTrigger.Http http
            && http.Route.GetParameter(parameter.Name!) is not null
            ? ForRouteValue(parameter)
            : throw ParameterBinders.Fault(
                parameter,
                "nothing fills it: take it from the route, the trigger, FunctionContext, CancellationToken or [DurableClient], or inject it into the constructor"
            );
    }

    private static ParameterBinder ForTrigger(ParameterInfo parameter, FunctionTrigger trigger) =>
        trigger switch
        {
            FunctionTrigger.Http => Only<HttpRequest>(parameter, "an HTTP trigger"),
            FunctionTrigger.Timer => Only<TimerInfo>(parameter, "a timer trigger"),
            FunctionTrigger.Queue => context =>
                QueueMessageReader.Read((BinaryData)context.Trigger!, parameter.ParameterType),
            _ => throw new InvalidOperationException($"Unknown trigger: {trigger.GetType().Name}."),
        };

    private static ParameterBinder Only<T>(ParameterInfo parameter, string trigger) =>
        parameter.ParameterType == typeof(T)
            ? context => context.Trigger
            : throw ParameterBinders.Fault(parameter, $"{trigger} fills a {typeof(T).Name}");

    private static ParameterBinder ForRouteValue(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            throw ParameterBinders.Fault(
                parameter,
                $"a route value cannot be read as {type.Name}; take a string"
            );
        }

        var mayBeNull =
            !parameter.ParameterType.IsValueType
            || Nullable.GetUnderlyingType(parameter.ParameterType) is not null;
        return context =>
        {
            if (context.BindingData.TryGetValue(name, out var value) && value is not null)
            {
                return type == typeof(string)
                    ? value.ToString()
                    : converter.ConvertFromString(
                        null,
                        CultureInfo.InvariantCulture,
                        value.ToString()!
                    );
            }

            return parameter.HasDefaultValue ? parameter.DefaultValue
                : mayBeNull ? null
                : throw new InvalidOperationException(
                    $"The request has no value for the parameter '{name}' of {context.Function.Name}."
                );
        };
    }
}
