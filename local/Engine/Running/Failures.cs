using System.Text.Json;
using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>The failures the engine itself knows, and how failures are stored.</summary>
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

    /// <summary>Whether trying again is pointless.</summary>
    public static bool IsPermanent(TaskFailureDetails failure) =>
        failure.ErrorType is ActivityNotFound or OrchestratorNotFound;

    public static TaskFailureDetails Of(string type, string message) =>
        new(type, message, null, null, null);

    public static string Write(TaskFailureDetails failure) => JsonSerializer.Serialize(failure);

    public static TaskFailureDetails Read(string? json) =>
        JsonSerializer.Deserialize<TaskFailureDetails>(json ?? "null") ?? Of("(unknown)", "");
}
