using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Engine;

/// <summary>Finds orchestrators and activities by the attributes of Functions.</summary>
public static class FunctionsRegistration
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Registers every function of the assembly with an orchestration or activity trigger; one that cannot run on Functions is refused.</summary>
    public static DurableTaskRegistry AddFunctions(
        this DurableTaskRegistry registry,
        Assembly assembly
    )
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(assembly);
        var methods = assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(AnyMethod))
            .OrderBy(method => method.DeclaringType!.FullName, StringComparer.Ordinal)
            .ThenBy(method => method.Name, StringComparer.Ordinal);
        foreach (var method in methods)
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                Add(registry, method, function.Name);
            }
        }

        return registry;
    }

    private static void Add(DurableTaskRegistry registry, MethodInfo method, string name)
    {
        var parameters = method.GetParameters();
        if (Find<OrchestrationTriggerAttribute>(parameters) is { } orchestration)
        {
            var function = new FunctionMethod(method, name, isOrchestrator: true);
            registry.AddOrchestrator(
                orchestration.Orchestration ?? name,
                () => new FunctionOrchestrator(function)
            );
        }
        else if (Find<ActivityTriggerAttribute>(parameters) is { } activity)
        {
            var function = new FunctionMethod(method, name, isOrchestrator: false);
            registry.AddActivity(
                activity.Activity ?? name,
                services => new FunctionActivity(function, services)
            );
        }
    }

    private static T? Find<T>(ParameterInfo[] parameters)
        where T : Attribute =>
        parameters
            .Select(parameter => parameter.GetCustomAttribute<T>())
            .FirstOrDefault(found => found is not null);
}
