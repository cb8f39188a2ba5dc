using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What a scanner says of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanVerdict>))]
public enum ScanVerdict
{
    /// <summary>No malware was found.</summary>
    Clean,

    /// <summary>It holds malware.</summary>
    Malicious,

    /// <summary>The scanner had it and could not look: it is locked, too large, or more than the scanner may look at.</summary>
    NotScanned,
}
