using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>Finds functions by their attributes, and collects what is wrong with them.</summary>
internal sealed class FunctionScan
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private readonly List<FoundFunction> _functions = [];
    private readonly List<string> _faults = [];

    /// <summary>Looks at every method of some types.</summary>
    public FunctionScan(IEnumerable<Type> types)
    {
        var methods = types
            .SelectMany(type => type.GetMethods(AnyMethod))
            .OrderBy(method => method.DeclaringType!.FullName, StringComparer.Ordinal)
            .ThenBy(method => method.Name, StringComparer.Ordinal);
        var names = new Dictionary<string, MethodInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in methods)
        {
            if (method.GetCustomAttribute<FunctionAttribute>()?.Name is not { } name)
            {
                continue;
            }

            if (names.TryAdd(name, method))
            {
                Try(method, () => _functions.Add(Read(name, method)));
            }
            else
            {
                Refuse(
                    method,
                    $"its name '{name}' is already taken by {FoundFunction.Where(names[name])}; give each function its own name"
                );
            }
        }
    }

    /// <summary>What cannot run here, a sentence each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Does something with each function; one that turns out to be faulty is noted.</summary>
    public void ForEach(Action<FoundFunction> act) =>
        _functions.ForEach(function => Try(function.Method, () => act(function)));

    private static FoundFunction Read(string name, MethodInfo method)
    {
        // Asked for once: reflection may hand out other objects for the same parameters the next time.
        var parameters = method.GetParameters();
        var triggers = parameters
            .Where(p => p.IsDefined(typeof(TriggerBindingAttribute)))
            .ToArray();
        if (triggers is not [var trigger])
        {
            throw new FunctionFaultException(
                $"it has {triggers.Length} parameters with a trigger attribute; a function has exactly one"
            );
        }

        var type = method.ReturnType;
        if (
            type == typeof(ValueTask)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        )
        {
            throw new FunctionFaultException(
                "it returns a ValueTask, which Functions does not await; return a Task"
            );
        }

        return type == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute))
            ? throw new FunctionFaultException(
                "it is async void, so nobody would learn of its end or failure; return a Task"
            )
            : new(name, method, parameters, trigger);
    }

    private void Try(MethodInfo method, Action act)
    {
        try
        {
            act();
        }
        catch (FunctionFaultException fault)
        {
            Refuse(method, fault.Message);
        }
    }

    private void Refuse(MethodInfo method, string why) =>
        _faults.Add($"{FoundFunction.Where(method)}: {why}.");
}
