using System.Text.Json;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Uploading;

/// <summary>What Defender for Storage says of a blob, in the form in which its events arrive.</summary>
/// <param name="BlobName">The blob's name in the container of submissions.</param>
/// <param name="ETag">The version that was scanned, without quotes.</param>
/// <param name="Sha256">SHA-256 of the bytes that were scanned, lower-case hexadecimal; null where it is not told.</param>
/// <param name="Result">What was said.</param>
public sealed record ScanResultMessage(
    string BlobName,
    string ETag,
    string? Sha256,
    ScanResult Result
)
{
    /// <summary>What Defender for Storage is called in the record.</summary>
    public const string Scanner = "defender";

    private const string Type = "Microsoft.Security.MalwareScanningResult";
    private const string Place = $"/containers/{StorageNames.SubmissionsContainer}/blobs/";
    private const string Clean = "No threats found";
    private const string Malicious = "Malicious";

    /// <summary>Reads a message; null if it is none of these, or is about no submission or no certain version.</summary>
    public static ScanResultMessage? Read(string? message)
    {
        if (
            EventMessage.Find(message, Type) is not { } happening
            || EventMessage.NameBehind(happening, Place, begins: false) is not { } name
            || !happening.TryGetProperty("data", out var data)
            || EventMessage.TextOf(data, "eTag")?.Trim('"') is not { Length: > 0 } etag
            || EventMessage.TextOf(data, "scanResultType") is not { } type
        )
        {
            return null;
        }
        var details = data.TryGetProperty("scanResultDetails", out var told) ? told : default;
        return new ScanResultMessage(
            name,
            etag,
            EventMessage.TextOf(details, "sha256")?.ToLowerInvariant(),
            type switch
            {
                Clean => new ScanResult(ScanVerdict.Clean, Scanner),
                Malicious => new ScanResult(
                    ScanVerdict.Malicious,
                    Scanner,
                    ScanWords.Cut(string.Join(", ", NamesIn(details)))
                ),
                // It has a dozen words for it, and may get more: all but the two above mean that nobody knows.
                _ => new ScanResult(
                    ScanVerdict.NotScanned,
                    Scanner,
                    ScanWords.Cut(EventMessage.TextOf(details, "notScannedReason") ?? type)
                ),
            }
        );
    }

    private static IEnumerable<string> NamesIn(JsonElement details) =>
        details.ValueKind == JsonValueKind.Object
        && details.TryGetProperty("malwareNamesFound", out var names)
        && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(EventMessage.TextOf).OfType<string>()
            : [];
}
