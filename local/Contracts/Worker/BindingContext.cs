namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the bindings of an invocation know besides the bound value.</summary>
public abstract class BindingContext
{
    /// <summary>The data by name.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
