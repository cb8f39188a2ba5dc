using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>
/// What a receipt says: the payload that is signed. The shape is described in <c>docs/receipts.md</c>; a member never changes its
/// meaning, and one that must be understood makes a new version.
/// </summary>
public sealed record Receipt : ISigned
{
    /// <summary>The header's <c>typ</c>.</summary>
    public const string SignedType = "programreview-receipt+jws";

    /// <summary>The version of the receipt's shape; a check refuses one that it does not know.</summary>
    public required int Version { get; init; }

    /// <summary>The receipt's number: stream and sequence number of its entry in the record.</summary>
    public required string Number { get; init; }

    /// <summary>Whether bytes were stored.</summary>
    public required ReceiptAttempt Attempt { get; init; }

    /// <summary>The cycle, which bears its plan's id.</summary>
    public required string Cycle { get; init; }

    /// <summary>The unit's code in the plan.</summary>
    public required string Body { get; init; }

    /// <summary>The unit's official name.</summary>
    public required string BodyName { get; init; }

    /// <summary>The report type's code in the plan.</summary>
    public required string ReportType { get; init; }

    /// <summary>The report's title in Vietnamese, as it was when the receipt was made.</summary>
    public required string ReportTitle { get; init; }

    /// <summary>The part's code in the plan.</summary>
    public required string Part { get; init; }

    /// <summary>The part's title.</summary>
    public required string PartTitle { get; init; }

    /// <summary>The window of the assignment; 0 if none had opened.</summary>
    public required int Window { get; init; }

    /// <summary>The version that the plan gives itself, beside the hash that identifies it.</summary>
    public required int PlanVersion { get; init; }

    /// <summary>SHA-256 of the plan document.</summary>
    public required string PlanHash { get; init; }

    /// <summary>Whose link was used: the person's id in the plan.</summary>
    public required string Person { get; init; }

    /// <summary>By which door it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The file as far as it is known: of stored bytes their size and hash, of a refused attempt what was announced.</summary>
    public required ReceiptFile File { get; init; }

    /// <summary>When it was permitted, stored, noticed and judged, in UTC; what does not apply is null.</summary>
    public required ReceiptInstants Instants { get; init; }

    /// <summary>How it stands to time; null if no window had opened that it could be judged by.</summary>
    public ReceiptTimeliness? Timeliness { get; init; }

    /// <summary>Whether what it holds was looked at; null where its shape or time decides alone.</summary>
    public ReceiptChecks? Checks { get; init; }

    /// <summary>The number of the receipt of the storing that this one follows, or null.</summary>
    public string? Follows { get; init; }

    /// <summary>Whether it can count.</summary>
    public required ReceiptAcceptance Acceptance { get; init; }

    /// <summary>The number of the receipt whose version this one replaces, or null.</summary>
    public string? Replaces { get; init; }

    /// <summary>The assignment's audit chain just before this receipt.</summary>
    public required ReceiptHead ChainHead { get; init; }

    /// <summary>The key that signed it; the same as in the header.</summary>
    public required string KeyId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Type => SignedType;

    /// <inheritdoc/>
    public byte[] ToBytes() => SignedText.Write(this);

    /// <summary>What a receipt on record says; it was signed before it was stored, so only its text is read.</summary>
    /// <exception cref="FormatException">The text is no receipt.</exception>
    public static Receipt Parse(string jws) =>
        SignedText.Parse(jws) as Receipt ?? throw new FormatException("The text is not a receipt.");
}
