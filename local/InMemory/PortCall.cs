namespace ProgramReview.Local.InMemory;

/// <summary>One call of a port.</summary>
/// <param name="Port">The port's interface.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Arguments">What it is called with.</param>
public sealed record PortCall(Type Port, string Method, object?[] Arguments);
