using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Host.Functions;

/// <summary>The functions set off by HTTP, a timer or a queue; the engine takes orchestrators and activities itself.</summary>
internal sealed class FunctionCatalog
{
    private readonly List<LocalFunction> functions = [];

    private FunctionCatalog() { }

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
        var catalog = new FunctionCatalog();
        var triggers = new TriggerReader(host, configuration);
        var scan = new FunctionScan(types);
        scan.ForEach(function =>
        {
            if (
                function.TriggerAttribute
                is not (OrchestrationTriggerAttribute or ActivityTriggerAttribute)
            )
            {
                var trigger = triggers.Read(function.Name, function.TriggerAttribute);
                var binders = Array.ConvertAll(
                    function.Parameters,
                    parameter =>
                        TriggerBinders.For(parameter, trigger, parameter == function.Trigger)
                );
                catalog.functions.Add(new(new BoundFunction(function, binders), trigger));
            }
        });
        string[] faults = [.. scan.Faults, .. RouteConflicts.In(catalog.functions)];
        return faults.Length == 0
            ? catalog
            : throw new StartException(string.Join(Environment.NewLine, faults));
    }
}
