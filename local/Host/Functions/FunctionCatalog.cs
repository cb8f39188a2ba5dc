using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Finds the functions of an assembly by their attributes; what it cannot run, it refuses before anything starts.</summary>
internal sealed class FunctionCatalog
{
    private readonly List<LocalFunction> functions = [];
    private readonly List<string> faults = [];
    private readonly TriggerReader triggers;

    private FunctionCatalog(HostJson host, IConfiguration configuration) =>
        triggers = new TriggerReader(host, configuration);

    /// <summary>The functions set off by HTTP, a timer or a queue; the engine finds orchestrators and activities itself.</summary>
    public IReadOnlyList<LocalFunction> Functions => functions;

    /// <summary>Reads an assembly; throws with every fault named when the host cannot run all of it.</summary>
    public static FunctionCatalog Of(
        Assembly assembly,
        HostJson host,
        IConfiguration configuration
    ) => Of(assembly.GetTypes(), host, configuration);

    /// <summary>Reads some types; throws with every fault named when the host cannot run all of them.</summary>
    public static FunctionCatalog Of(
        IEnumerable<Type> types,
        HostJson host,
        IConfiguration configuration
    )
    {
        const BindingFlags Any =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        var catalog = new FunctionCatalog(host, configuration);
        var names = new Dictionary<string, MethodInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(type => type.GetMethods(Any)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            {
                continue;
            }

            if (!names.TryAdd(function.Name, method))
            {
                catalog.Refuse(
                    method,
                    $"its name '{function.Name}' is already taken by {Where(names[function.Name])}; give each function its own name"
                );
                continue;
            }

            catalog.Read(function.Name, method);
        }

        catalog.faults.AddRange(RouteConflicts.In(catalog.functions));
        return catalog.faults.Count == 0
            ? catalog
            : throw new StartException(string.Join(Environment.NewLine, catalog.faults));
    }

    private static string Where(MethodInfo method) =>
        $"{method.DeclaringType!.FullName}.{method.Name}";

    private void Read(string name, MethodInfo method)
    {
        // Asked for once: reflection may hand out other objects for the same parameters the next time.
        var parameters = method.GetParameters();
        var triggered = parameters
            .Where(p => p.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            .ToArray();
        if (triggered is not [var parameter])
        {
            Refuse(
                method,
                $"it has {triggered.Length} parameters with a trigger attribute; a function has exactly one"
            );
            return;
        }

        var attribute = parameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        if (attribute is OrchestrationTriggerAttribute or ActivityTriggerAttribute)
        {
            return;
        }

        if (ReturnFault(method) is { } fault)
        {
            Refuse(method, fault);
            return;
        }

        try
        {
            var trigger = triggers.Read(name, attribute);
            var binders = parameters
                .Select(p => ParameterBinders.For(p, trigger, isTrigger: p == parameter))
                .ToArray();
            functions.Add(new LocalFunction(name, method, trigger, binders));
        }
        catch (FunctionFaultException refused)
        {
            Refuse(method, refused.Message);
        }
    }

    private static string? ReturnFault(MethodInfo method)
    {
        var type = method.ReturnType;
        if (
            type == typeof(ValueTask)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        )
        {
            return "it returns a ValueTask, which Functions does not await; return a Task";
        }

        return type == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute))
            ? "it is async void, so nobody would learn of its end or failure; return a Task"
            : null;
    }

    private void Refuse(MethodInfo method, string why) => faults.Add($"{Where(method)}: {why}.");
}
