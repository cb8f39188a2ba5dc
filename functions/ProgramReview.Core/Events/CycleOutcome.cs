using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>How a cycle ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CycleOutcome>))]
public enum CycleOutcome
{
    /// <summary>The approved dossier is public.</summary>
    Published,

    /// <summary>The approvers rejected it.</summary>
    Rejected,

    /// <summary>A person ended it: after an expired round, or at any time with a reason.</summary>
    Stopped,
}
