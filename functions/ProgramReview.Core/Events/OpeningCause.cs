using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>Why a window opened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OpeningCause>))]
public enum OpeningCause
{
    /// <summary>The plan's own opening.</summary>
    Plan,

    /// <summary>Approvers asked for changes.</summary>
    ChangesAsked,

    /// <summary>After the close operations asked for a report that counts to be sent again.</summary>
    Returned,

    /// <summary>After the close operations gave a body that had sent nothing more time.</summary>
    Extended,

    /// <summary>After the close operations let a body send after all: its <c>due</c> stays, so the report is late for ever.</summary>
    LateAllowed,
}
