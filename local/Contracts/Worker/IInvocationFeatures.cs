namespace Microsoft.Azure.Functions.Worker;

/// <summary>Objects the host attaches to an invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Attaches an object under its type.</summary>
    void Set<T>(T instance);

    /// <summary>The object under the type, or nothing.</summary>
    T? Get<T>();
}
