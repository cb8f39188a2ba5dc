using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function on an HTTP request.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function, []) { }

    /// <summary>The given methods, with a function key.</summary>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods) { }

    /// <summary>Any method, at the given level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, []) { }

    /// <summary>The given methods, at the given level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods.Length == 0 ? null : methods;
    }

    /// <summary>The route below the prefix; by default the name of the function.</summary>
    public string? Route { get; set; }

    /// <summary>The methods answered; null means all.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>Which key a caller needs.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
