using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What changed that a standing dossier had said otherwise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoidingCause>))]
public enum VoidingCause
{
    /// <summary>A report that came after the close was admitted.</summary>
    Admitted,

    /// <summary>A body may send late.</summary>
    LateAllowed,

    /// <summary>A report was sent back.</summary>
    Returned,

    /// <summary>A body was exempted.</summary>
    Exempted,

    /// <summary>A deadline was moved.</summary>
    Extended,

    /// <summary>A finding was overruled.</summary>
    Overruled,

    /// <summary>A query was explained.</summary>
    Explained,

    /// <summary>A report that came on paper or by mail was recorded.</summary>
    Recorded,

    /// <summary>The check of a file that had come was done.</summary>
    Checked,

    /// <summary>A scanner said of a file whether it holds malware.</summary>
    Scanned,
}
