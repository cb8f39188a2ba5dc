using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the context parameter of an orchestrator function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>The orchestrator's name, when it is not the function's.</summary>
    public string? Orchestration { get; set; }
}

/// <summary>Marks the input parameter of an activity function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>The activity's name, when it is not the function's.</summary>
    public string? Activity { get; set; }
}

/// <summary>Binds a parameter to the client of the durable engine.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub, when it is not the default one.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the connection.</summary>
    public string? ConnectionName { get; set; }
}
