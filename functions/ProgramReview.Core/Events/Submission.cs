using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>One uploaded version of a part of an assignment, as it was recorded; never changed afterwards.</summary>
public sealed record Submission
{
    /// <summary>The window it was uploaded for.</summary>
    public required int Window { get; init; }

    /// <summary>The part it was uploaded for.</summary>
    public required string Part { get; init; }

    /// <summary>The generated name it is stored under.</summary>
    public required string BlobName { get; init; }

    /// <summary>The stored version, as storage names it.</summary>
    public required string ETag { get; init; }

    /// <summary>The sender's file name, in NFC; its extension follows the format, if one was recognised.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether a format was recognised by content.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>The stored bytes' number, as storage reports it.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the stored bytes, lower-case hexadecimal, computed by the server.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 the sender's browser computed before sending, lower-case hexadecimal; null if it told none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BrowserSha256 { get; init; }

    /// <summary>Whose link was used: the person's id.</summary>
    public required string Person { get; init; }

    /// <summary>When the news of the commit reached the product.</summary>
    public required DateTimeOffset Noticed { get; init; }

    /// <summary>By which door.</summary>
    public required Channel Channel { get; init; }

    /// <summary>How it stands to the deadlines; holds the commit instant.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>
    /// Set when operations recorded it for the body: judged by the arrival they name, with the evidence's own commit beside it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OnBehalf? OnBehalf { get; init; }

    /// <summary>When the bytes of the evidence were stored, if operations recorded it; else the judgement holds that instant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EvidenceStored { get; init; }

    /// <summary>
    /// What was found: as it is recorded, in its shape; once its content was checked, in both, the heaviest first. Empty if nothing.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether its content is looked at too; it counts only once that is on record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsCheck { get; init; }

    // What follows is added by later entries, and never written with the submission.

    /// <summary>What scanners said of it, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScanResult> Scans { get; private init; } = [];

    /// <summary>What the check of its content said; null before it, and where none is needed.</summary>
    [JsonIgnore]
    public ContentCheck? Check { get; init; }

    /// <summary>What its figures raise beside those of other reports; whether it counts is not changed by it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Compared { get; init; } = [];

    /// <summary>The findings about it that a person overruled.</summary>
    [JsonIgnore]
    public IReadOnlyList<AssignmentEvent.Overruled> Overruled { get; init; } = [];

    /// <summary>The answers that were given to queries about its part.</summary>
    [JsonIgnore]
    public IReadOnlyList<AssignmentEvent.Explained> Explanations { get; init; } = [];

    /// <summary>Whether malware was ever found in it: then it never counts and is never handed out, whatever else is said.</summary>
    [JsonIgnore]
    public bool IsInfected => ScanResult.Worst(Scans) == ScanVerdict.Malicious;

    /// <summary>Whether a scanner looked at it and nobody found malware.</summary>
    [JsonIgnore]
    public bool IsClean => ScanResult.Worst(Scans) == ScanVerdict.Clean;

    /// <summary>Whether nobody knows yet what it holds.</summary>
    [JsonIgnore]
    public bool IsBeingChecked => AwaitsCheck && Check is null && !IsInfected;

    /// <summary>Whether it does not count only because nobody could look at it in time; a person may still say that it does.</summary>
    [JsonIgnore]
    public bool IsUndecided => ContentCheck.IsUndecided(Standing());

    /// <summary>The same, also compared with a version of another part.</summary>
    internal Submission ComparedWith(PairCheck pair) =>
        Check is null
            ? this
            : this with
            {
                Check = Check with { Pairs = [.. Check.Pairs ?? [], pair] },
            };

    /// <summary>The file with one more thing that a scanner said; that it holds malware is a finding that no person overrules.</summary>
    internal Submission With(ScanResult scan) =>
        this with
        {
            Scans = [.. Scans, scan],
            Findings = scan.Finding is { } found && !IsInfected ? [found, .. Findings] : Findings,
        };

    /// <summary>The findings that stand.</summary>
    public IEnumerable<Finding> Standing() =>
        Findings.Where(finding => Overruled.All(one => one.Finding != finding.Key));

    /// <summary>The queries about it that nobody has explained.</summary>
    public IEnumerable<Finding> Unexplained() =>
        Standing()
            .Where(finding =>
                finding.Severity == Severity.Query
                && Explanations.All(answer => answer.Finding != finding.Key)
            );

    /// <summary>Whether the findings let it count; says nothing about time.</summary>
    [JsonIgnore]
    public bool IsAcceptable =>
        !IsBeingChecked
        && Standing().All(finding => finding.Severity < Severity.Error)
        && !(Check is { HoldsUnexplained: true } && Unexplained().Any());
}
