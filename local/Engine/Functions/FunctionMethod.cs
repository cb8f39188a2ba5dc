using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>A method with a durable trigger: what its parameters want, and how to call it.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInfo _method;
    private readonly MethodInvoker _invoker;
    private readonly ParameterInfo[] _parameters;
    private readonly ParameterInfo? _input;
    private readonly bool _isOrchestrator;
    private readonly Func<object, object?>? _result;

    public FunctionMethod(MethodInfo method, string name, bool isOrchestrator)
    {
        _method = method;
        _isOrchestrator = isOrchestrator;
        _invoker = MethodInvoker.Create(method);
        _parameters = method.GetParameters();
        Name = name;
        _input = FunctionShape.FindInput(method, name, isOrchestrator);
        InputType = _input?.ParameterType ?? typeof(object);
        (OutputType, _result) = FunctionShape.FindResult(method, name);
    }

    public string Name { get; }

    public Type InputType { get; }

    public Type OutputType { get; }

    /// <summary>Calls the method, on an object of its own if it needs one.</summary>
    public async Task<object?> InvokeAsync(IServiceProvider services, FunctionCall call)
    {
        var target = _method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(services, _method.DeclaringType!);
        try
        {
            var arguments = Array.ConvertAll(_parameters, parameter => Argument(parameter, call));
            var returned = Invoke(target, arguments);
            if (returned is not Task task)
            {
                return returned;
            }

            await task;
            return _result?.Invoke(task);
        }
        finally
        {
            await DisposeAsync(target);
        }
    }

    /// <summary>Lets the method's own exception through.</summary>
    private object? Invoke(object? target, object?[] arguments)
    {
        try
        {
            return _invoker.Invoke(target, arguments.AsSpan());
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } own)
        {
            ExceptionDispatchInfo.Throw(own);
            throw;
        }
    }

    private static async ValueTask DisposeAsync(object? target)
    {
        if (target is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else
        {
            (target as IDisposable)?.Dispose();
        }
    }

    private object? Argument(ParameterInfo parameter, FunctionCall call)
    {
        if (parameter == _input)
        {
            return call.Input ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null);
        }

        var type = parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(TaskOrchestrationContext) => call.Orchestration,
            _ when type == typeof(TaskActivityContext) => call.Activity,
            _ when type == typeof(DurableTaskClient) => call.Client,
            _ when type == typeof(FunctionContext) => call.Context(Name, _method),
            _ when type == typeof(CancellationToken) => call.Cancellation,
            _ when type == typeof(string) && parameter.Name == "instanceId" && !_isOrchestrator =>
                call.InstanceId,
            _ => parameter.DefaultValue,
        };
    }
}
