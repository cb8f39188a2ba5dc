using System.Text.Json.Serialization;

namespace ProgramReview.Core.Audit;

/// <summary>Why a generation opened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpeningCause>))]
public enum OpeningCause
{
    /// <summary>The plan's own opening.</summary>
    Plan,

    /// <summary>Approvers asked for changes.</summary>
    ChangesAsked,
}
