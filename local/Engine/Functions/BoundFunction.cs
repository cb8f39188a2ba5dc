using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>A function whose parameters are all provided for: ready to be called.</summary>
internal sealed class BoundFunction
{
    private readonly MethodInfo _method;
    private readonly MethodInvoker _invoker;
    private readonly ParameterBinder[] _binders;
    private readonly ObjectFactory? _activator;
    private readonly Func<object, object?>? _result;

    public BoundFunction(FoundFunction function, ParameterBinder[] binders)
    {
        Name = function.Name;
        _method = function.Method;
        _binders = binders;
        _invoker = MethodInvoker.Create(_method);
        _activator = _method.IsStatic
            ? null
            : ActivatorUtilities.CreateFactory(_method.DeclaringType!, []);
        (OutputType, _result) = FindResult(_method.ReturnType);
    }

    public string Name { get; }

    public string EntryPoint => FoundFunction.Where(_method);

    /// <summary>The file of the assembly that holds it.</summary>
    public string AssemblyPath => _method.Module.Assembly.Location;

    /// <summary>What it returns, once awaited.</summary>
    public Type OutputType { get; }

    /// <summary>Calls the method, on an object of its own if it needs one, and gives what it returned, awaited.</summary>
    public async Task<object?> CallAsync(FunctionInvocation invocation)
    {
        var arguments = Array.ConvertAll(_binders, bind => bind(invocation));
        var target = _activator?.Invoke(invocation.InstanceServices, []);
        try
        {
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

    /// <summary>The type of the result, and how to get it out of the task.</summary>
    private static (Type Type, Func<object, object?>? Read) FindResult(Type type)
    {
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
}
