namespace Microsoft.DurableTask;

/// <summary>What an activity knows about the call it runs for.</summary>
public abstract class TaskActivityContext
{
    /// <summary>The name it was called by.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The orchestration that called it.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The version it was called with.</summary>
    public virtual string Version => string.Empty;
}
