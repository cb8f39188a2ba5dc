using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Engine;

/// <summary>Finds orchestrators and activities by the attributes of Functions.</summary>
public static class FunctionsRegistration
{
    /// <summary>Registers every function of the assembly with an orchestration or activity trigger; one that cannot run on Functions is refused.</summary>
    /// <exception cref="InvalidOperationException">Functions cannot run; all are named with the reason.</exception>
    public static DurableTaskRegistry AddFunctions(
        this DurableTaskRegistry registry,
        Assembly assembly
    )
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(assembly);
        var scan = new FunctionScan(assembly.GetTypes());
        scan.ForEach(function => Add(registry, function));
        return scan.Faults.Count == 0
            ? registry
            : throw new FunctionFaultException(string.Join(Environment.NewLine, scan.Faults));
    }

    private static void Add(DurableTaskRegistry registry, FoundFunction function)
    {
        switch (function.TriggerAttribute)
        {
            case OrchestrationTriggerAttribute orchestration:
                var (binders, input) = ParameterBinders.ForOrchestrator(function);
                var orchestrator = new BoundFunction(function, binders);
                registry.AddOrchestrator(
                    orchestration.Orchestration ?? function.Name,
                    () => new FunctionOrchestrator(orchestrator, input)
                );
                break;
            case ActivityTriggerAttribute trigger:
                var activity = new BoundFunction(function, ParameterBinders.ForActivity(function));
                registry.AddActivity(
                    trigger.Activity ?? function.Name,
                    services => new FunctionActivity(
                        activity,
                        function.Trigger.ParameterType,
                        services
                    )
                );
                break;
            default:
                // Set off by something else; whoever listens to that binds it.
                break;
        }
    }
}
