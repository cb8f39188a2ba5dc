using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>A failure as it is stored and passed on.</summary>
/// <param name="ErrorType">The full name of the exception's type.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="InnerFailure">What caused it.</param>
/// <param name="Properties">What a provider added.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties
)
{
    /// <summary>The details of an exception and its inner ones; those of a failed task are kept as they are.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var inner = exception switch
        {
            TaskFailedException failed => failed.FailureDetails,
            { InnerException: { } cause } => FromException(cause),
            _ => null,
        };
        return new(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            inner,
            exception is TaskFailedException ? inner?.Properties : null
        );
    }

    /// <summary>Whether the failure is an exception of the type or of one derived from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure is an exception of the type or of one derived from it.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException(
                $"{targetBaseExceptionType} is not an exception.",
                nameof(targetBaseExceptionType)
            );
        }

        return targetBaseExceptionType.IsAssignableFrom(FindType(ErrorType));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? FindType(string name)
    {
        if (Type.GetType(name, throwOnError: false) is { } known)
        {
            return known;
        }

        var found = AppDomain
            .CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name, throwOnError: false))
            .OfType<Type>()
            .Take(2)
            .ToArray();
        return found.Length > 1
            ? throw new AmbiguousMatchException($"More than one loaded type is named {name}.")
            : found.FirstOrDefault();
    }
}
