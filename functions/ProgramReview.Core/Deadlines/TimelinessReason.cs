using System.Text.Json.Serialization;

namespace ProgramReview.Core.Deadlines;

/// <summary>Which clause of the rule decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimelinessReason>))]
public enum TimelinessReason
{
    /// <summary>Before <c>due</c>.</summary>
    BeforeDue,

    /// <summary>Before a <c>due</c> that a person had moved.</summary>
    BeforeExtendedDue,

    /// <summary>From <c>due</c> on, before <c>closes</c>.</summary>
    AfterDue,

    /// <summary>From <c>closes</c> on.</summary>
    AfterCloses,

    /// <summary>From <c>closes</c> on, and a person admitted it: it stays late for ever.</summary>
    AdmittedAfterCloses,
}
