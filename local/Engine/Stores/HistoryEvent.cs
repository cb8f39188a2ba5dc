namespace ProgramReview.Local.Engine.Stores;

/// <summary>One line of an instance's history; also what instances send each other.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When; for a timer, when it is due (ticks, UTC).</param>
/// <param name="TaskId">The number of the call in its orchestration, for what is a call or answers one.</param>
/// <param name="Name">The name of what was called or raised.</param>
/// <param name="Data">The payload, as JSON.</param>
/// <param name="InstanceId">The child that is called, or the instance an event is sent to.</param>
/// <param name="Version">The version a call asks for.</param>
/// <param name="Tags">The tags of a call, as JSON.</param>
internal sealed record HistoryEvent(
    EventKind Kind,
    long At,
    int TaskId = -1,
    string? Name = null,
    string? Data = null,
    string? InstanceId = null,
    string? Version = null,
    string? Tags = null
)
{
    public DateTimeOffset Time => new(At, TimeSpan.Zero);

    /// <summary>Whether this is something the code did, to be matched on replay.</summary>
    public bool IsAction =>
        Kind
            is EventKind.ActivityScheduled
                or EventKind.ChildScheduled
                or EventKind.TimerCreated
                or EventKind.EventSent;

    /// <summary>Whether this opens a task that holds back the end of the instance.</summary>
    public bool Opens => IsAction && Kind != EventKind.EventSent;

    /// <summary>Whether this closes a task.</summary>
    public bool Closes =>
        Kind
            is EventKind.ActivityCompleted
                or EventKind.ActivityFailed
                or EventKind.ChildCompleted
                or EventKind.ChildFailed
                or EventKind.TimerFired
                or EventKind.TimerCanceled;

    /// <summary>Whether this steers the instance from outside, whatever its code waits for.</summary>
    public bool IsControl =>
        IsTermination || Kind is EventKind.Suspended or EventKind.Resumed or EventKind.ForeignAwait;

    /// <summary>Whether this ends the instance at once.</summary>
    public bool IsTermination => Kind is EventKind.Terminated or EventKind.TerminatedWithChildren;
}
