using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How a cycle ended; every cycle ends in exactly one of these.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CycleOutcome>))]
public enum CycleOutcome
{
    /// <summary>The approved dossier is public.</summary>
    Published,

    /// <summary>Enough approvers rejected the dossier; nothing is published.</summary>
    Rejected,

    /// <summary>A person ended it: after an expired round, or at any time with a reason.</summary>
    Stopped,
}
