using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>The states of an assignment as people see them; each has a word and a shape.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentPhase>))]
public enum AssignmentPhase
{
    /// <summary>Not open yet: an earlier stage comes first.</summary>
    Waiting,

    /// <summary>Asked for; nothing has come, or not every required part.</summary>
    Open,

    /// <summary>Something came for a required part that cannot count; to be sent again.</summary>
    ToMend,

    /// <summary>Something came for a part that is waited for, and what it holds is being looked at.</summary>
    BeingChecked,

    /// <summary>An accepted report came on time.</summary>
    OnTime,

    /// <summary>An accepted report came late.</summary>
    Late,

    /// <summary>Past due; it can still be sent, late.</summary>
    Overdue,

    /// <summary>Closed without a report.</summary>
    Missing,

    /// <summary>Open again: approvers asked for changes, or operations sent the report back.</summary>
    Reopened,

    /// <summary>A person released the body.</summary>
    Exempt,
}
