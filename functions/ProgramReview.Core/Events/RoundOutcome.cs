using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How an approval round ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundOutcome>))]
public enum RoundOutcome
{
    /// <summary>A quorum of distinct approvers approved.</summary>
    Approved,

    /// <summary>An approver asked for changes.</summary>
    ChangesAsked,

    /// <summary>Enough approvers rejected.</summary>
    Rejected,

    /// <summary>It closed without a quorum.</summary>
    Expired,
}
