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

    /// <summary>What the checks said; empty if nothing.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether the findings let it count; says nothing about time.</summary>
    public bool IsAcceptable => Findings.All(finding => finding.Severity < Severity.Error);
}
