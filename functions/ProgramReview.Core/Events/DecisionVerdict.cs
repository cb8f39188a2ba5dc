using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>An approver's answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionVerdict>))]
public enum DecisionVerdict
{
    /// <summary>The dossier is approved.</summary>
    Approve,

    /// <summary>Named assignments must be changed first.</summary>
    RequestChanges,

    /// <summary>The dossier is rejected.</summary>
    Reject,

    /// <summary>The approver takes no side; whether they are among those that shares are taken of says the plan.</summary>
    Abstain,

    /// <summary>The approver is concerned themselves and withdraws; shares are taken of the others.</summary>
    Recuse,
}
