using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Host.Functions;

/// <summary>A function found in the app, ready to be called.</summary>
internal sealed class LocalFunction
{
    private readonly MethodInfo method;
    private readonly IReadOnlyList<ParameterBinder> binders;
    private readonly ObjectFactory? activator;

    public LocalFunction(
        string name,
        MethodInfo method,
        FunctionTrigger trigger,
        IReadOnlyList<ParameterBinder> binders
    )
    {
        (Name, this.method, Trigger, this.binders) = (name, method, trigger, binders);
        activator = method.IsStatic
            ? null
            : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
    }

    /// <summary>The name given by the Function attribute.</summary>
    public string Name { get; }

    /// <summary>What sets it off.</summary>
    public FunctionTrigger Trigger { get; }

    /// <summary>Where the code stands, for people.</summary>
    public string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

    /// <summary>The file of the assembly that holds it.</summary>
    public string AssemblyPath => method.Module.Assembly.Location;

    /// <summary>Calls the method on a fresh instance and returns what it returned, awaited.</summary>
    public async Task<object?> CallAsync(LocalFunctionContext context)
    {
        var arguments = binders.Select(bind => bind(context)).ToArray();
        var instance = activator?.Invoke(context.InstanceServices, []);
        try
        {
            var returned = method.Invoke(
                instance,
                BindingFlags.DoNotWrapExceptions,
                null,
                arguments,
                null
            );
            if (returned is not Task task)
            {
                return returned;
            }

            await task;
            return method.ReturnType.IsGenericType
                ? method.ReturnType.GetProperty("Result")!.GetValue(task)
                : null;
        }
        finally
        {
            switch (instance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }
}
