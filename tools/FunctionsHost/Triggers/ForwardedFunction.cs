using Microsoft.Azure.WebJobs;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>What the class of every emitted function inherits.</summary>
public abstract class ForwardedFunction(IFunctionBridge bridge)
{
    /// <summary>Runs the function in the worker.</summary>
    protected Task<object?> ForwardAsync(
        string name,
        object?[] inputs,
        Binder binder,
        CancellationToken cancellationToken
    ) => bridge.RunAsync(name, inputs, binder, cancellationToken);
}
