namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer's schedule stands.</summary>
public class ScheduleStatus
{
    /// <summary>The last run by the schedule.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run by the schedule.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
