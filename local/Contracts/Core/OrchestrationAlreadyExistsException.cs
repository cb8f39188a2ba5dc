namespace DurableTask.Core.Exceptions;

/// <summary>A start was refused because an instance of that id blocks it.</summary>
public class OrchestrationAlreadyExistsException : Exception
{
    /// <summary>Without a message.</summary>
    public OrchestrationAlreadyExistsException() { }

    /// <summary>With a message.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message) { }

    /// <summary>With a message and a cause.</summary>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException) { }
}
