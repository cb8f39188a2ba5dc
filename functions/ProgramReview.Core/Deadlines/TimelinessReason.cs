using System.Text.Json.Serialization;

namespace ProgramReview.Core.Deadlines;

/// <summary>Which clause of the rule decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelinessReason>))]
public enum TimelinessReason
{
    /// <summary>On time: stored whole before the <c>due</c> that the window opened with.</summary>
    BeforeDue,

    /// <summary>Before a <c>due</c> that a person had moved.</summary>
    BeforeExtendedDue,

    /// <summary>From <c>due</c> on, before <c>closes</c>.</summary>
    AfterDue,

    /// <summary>Stored whole at or after <c>closes</c>: refused, unless a person admits it.</summary>
    AfterCloses,

    /// <summary>From <c>closes</c> on, and a person admitted it: it stays late for ever.</summary>
    AdmittedAfterCloses,

    /// <summary>On time: it mends what came on time, within the time that the plan gives for that after the close.</summary>
    CorrectedAfterCloses,
}
