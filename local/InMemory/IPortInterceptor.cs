namespace ProgramReview.Local.InMemory;

/// <summary>Decides what becomes of the calls of ports.</summary>
public interface IPortInterceptor
{
    /// <summary>Makes the call, or fails instead of it or after it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="proceed">Makes it; its result is <see langword="true"/> where the port gives none, and a list where it gives a sequence.</param>
    Task<T> InterceptAsync<T>(PortCall call, Func<Task<T>> proceed);

    /// <summary>Sees an item of a sequence just before the caller does.</summary>
    void Yield(PortCall call, object? item) { }
}
