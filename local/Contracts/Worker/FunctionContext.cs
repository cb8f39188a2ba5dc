namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function knows about the invocation it runs in.</summary>
public abstract class FunctionContext
{
    /// <summary>The id of this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>What the bindings know besides the bound value.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this invocation.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>A bag for middleware and function to share.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the host offers for this invocation, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the invocation is to stop.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
