namespace ProgramReview.Core.Events;

/// <summary>Why an outage did not move a report's deadline.</summary>
public enum OutageStay
{
    /// <summary>The plan moves no deadlines for an outage of this length.</summary>
    PlanMovesNone,

    /// <summary>The body does not owe the report.</summary>
    Exempt,

    /// <summary>The report opened after the outage, or has not opened yet.</summary>
    NotYetOpen,

    /// <summary>The report was closed when the outage was declared.</summary>
    Closed,

    /// <summary>The report was due before the outage, or would have been due by the declaration all the same.</summary>
    DueBefore,

    /// <summary>What waits for the report would be due no later.</summary>
    WaitedFor,
}
