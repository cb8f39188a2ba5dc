using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>What a scanner said of the bytes of one file.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Scanner">Which scanner, for example <c>clamd</c>.</param>
/// <param name="Words">Its own words, at most <see cref="MostWords"/> letters: what it calls the malware, or why it could not look; or null.</param>
public sealed record ScanResult(
    ScanVerdict Verdict,
    string Scanner,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Words = null
)
{
    /// <summary>So much is kept of what a scanner says.</summary>
    public const int MostWords = 200;

    /// <summary>The code of a file in which malware was found.</summary>
    public const string Infected = "file-infected";

    /// <summary>What it says to whoever sent the file; null unless malware was found.</summary>
    [JsonIgnore]
    public Finding? Finding =>
        Verdict == ScanVerdict.Malicious
            ? new Finding(Infected, Severity.Blocker, [Words ?? Scanner])
            : null;

    /// <summary>What holds of a file of which all this was said: malware if it was ever found, else that none was; null if nothing was said.</summary>
    public static ScanVerdict? Worst(IEnumerable<ScanResult> scans) =>
        scans
            .Select(scan => (ScanVerdict?)scan.Verdict)
            .OrderBy(verdict =>
                verdict switch
                {
                    ScanVerdict.Malicious => 0,
                    ScanVerdict.Clean => 1,
                    _ => 2,
                }
            )
            .FirstOrDefault();
}
