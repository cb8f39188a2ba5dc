using Microsoft.Azure.WebJobs;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>Hands what the extensions have bound to the worker, and its answer back.</summary>
public interface IFunctionBridge
{
    /// <summary>Runs a function in the worker.</summary>
    /// <param name="name">The function.</param>
    /// <param name="inputs">The values of its trigger and other inputs, in the order of its bindings.</param>
    /// <param name="binder">What the trigger knows beside its value.</param>
    /// <param name="cancellationToken">When the host stops.</param>
    /// <returns>What the function returned.</returns>
    Task<object?> RunAsync(
        string name,
        object?[] inputs,
        Binder binder,
        CancellationToken cancellationToken
    );
}
