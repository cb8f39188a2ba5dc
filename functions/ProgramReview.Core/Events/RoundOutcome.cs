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

    /// <summary>It closed, or everybody answered, without a decision; a person chooses what comes next.</summary>
    Expired,

    /// <summary>What counts changed under its dossier; answers about it do not count, and the next round asks about a new one.</summary>
    Voided,
}
