namespace ProgramReview.Local.Engine.Stores;

/// <summary>What a line of history says; the numbers are stored.</summary>
internal enum EventKind
{
    StepStarted = 1,
    ExecutionStarted = 2,
    ExecutionEnded = 3,

    ActivityScheduled = 10,
    ActivityCompleted = 11,
    ActivityFailed = 12,

    ChildScheduled = 20,
    ChildCompleted = 21,
    ChildFailed = 22,

    TimerCreated = 30,
    TimerFired = 31,
    TimerCanceled = 32,

    EventSent = 40,
    EventRaised = 41,

    Suspended = 50,
    Resumed = 51,
    Terminated = 52,
    TerminatedWithChildren = 53,

    /// <summary>The code waited for something that is not durable.</summary>
    ForeignAwait = 60,
}
