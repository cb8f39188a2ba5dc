using System.Text.Json;
using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>The failures the engine itself knows, how failures are stored, and how any exception becomes one without doing harm.</summary>
internal static class Failures
{
    public const string ActivityNotFound = "ActivityTaskNotFound";
    public const string OrchestratorNotFound = "OrchestratorTaskNotFound";
    public const string NonDeterministic =
        "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";
    public const string ForeignAwait = "System.InvalidOperationException";
    public const string ChildTerminated = "OrchestrationTerminated";
    public const string ChildExists =
        "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";

    private const int MostLayers = 16;
    private const int LongestText = 16_000;

    /// <summary>Whether trying again is pointless.</summary>
    public static bool IsPermanent(TaskFailureDetails failure) =>
        failure.ErrorType is ActivityNotFound or OrchestratorNotFound;

    public static TaskFailureDetails Of(string type, string message) =>
        new(type, message, null, null, null);

    /// <summary>The details of an exception and its causes. Its members are other people's code: they may throw, and be endless.</summary>
    public static TaskFailureDetails Of(Exception exception) => Of(exception, MostLayers);

    /// <summary>What an exception says of itself.</summary>
    public static string MessageOf(Exception exception) =>
        Ask(() => exception.Message) ?? "(the message of the exception cannot be read)";

    public static string Write(TaskFailureDetails failure) => JsonSerializer.Serialize(failure);

    public static TaskFailureDetails Read(string? json) =>
        JsonSerializer.Deserialize<TaskFailureDetails>(json ?? "null") ?? Of("(unknown)", "");

    private static TaskFailureDetails Of(Exception exception, int layers)
    {
        var inner = exception switch
        {
            _ when layers == 1 => null,
            TaskFailedException failed => Cut(failed.FailureDetails, layers - 1),
            { InnerException: { } cause } => Of(cause, layers - 1),
            _ => null,
        };
        return new(
            exception.GetType().ToString(),
            MessageOf(exception),
            Ask(() => exception.StackTrace),
            inner,
            exception is TaskFailedException ? inner?.Properties : null
        );
    }

    private static TaskFailureDetails? Cut(TaskFailureDetails? details, int layers) =>
        details is null || layers == 0
            ? null
            : details with
            {
                InnerFailure = Cut(details.InnerFailure, layers - 1),
            };

    // Whatever goes wrong here must not take the place of the failure itself.
#pragma warning disable CA1031
    private static string? Ask(Func<string?> text)
    {
        try
        {
            var read = text();
            return read?.Length > LongestText ? $"{read.AsSpan(0, LongestText)}..." : read;
        }
        catch
        {
            return null;
        }
    }
#pragma warning restore CA1031
}
