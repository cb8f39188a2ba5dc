namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>Started and not ended.</summary>
    Running = 0,

    /// <summary>Ended with a result.</summary>
    Completed = 1,

    /// <summary>Not shown by this engine: an instance that begins anew stays running.</summary>
    ContinuedAsNew = 2,

    /// <summary>Ended with an error.</summary>
    Failed = 3,

    /// <summary>Not used.</summary>
    Canceled = 4,

    /// <summary>Ended by a command.</summary>
    Terminated = 5,

    /// <summary>Not begun yet.</summary>
    Pending = 6,

    /// <summary>Halted until it is resumed.</summary>
    Suspended = 7,
}
