using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>How an approval round ended: the payload that is signed, described in <c>docs/receipts.md</c>.</summary>
public sealed record RoundResult : ISigned
{
    /// <summary>The header's <c>typ</c>.</summary>
    public const string SignedType = "programreview-result+jws";

    /// <summary>The version of the document's shape.</summary>
    public required int Version { get; init; }

    /// <inheritdoc/>
    public required string Number { get; init; }

    /// <summary>The cycle, which bears its plan's id.</summary>
    public required string Cycle { get; init; }

    /// <summary>The version that the plan gives itself.</summary>
    public required int PlanVersion { get; init; }

    /// <summary>SHA-256 of the plan document.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>SHA-256 of the dossier's manifest that was decided about.</summary>
    public required string DossierHash { get; init; }

    /// <summary>The version of the rules by which answers were counted.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>How it ended.</summary>
    public required RoundOutcome Outcome { get; init; }

    /// <summary>Every stage that was asked, in order.</summary>
    public required IReadOnlyList<ResultStage> Stages { get; init; }

    /// <summary>Every answer on record, in the order they came.</summary>
    public required IReadOnlyList<ResultAnswer> Answers { get; init; }

    /// <summary>Approvers who could not answer, since the report came from them; null if there were none.</summary>
    public IReadOnlyList<string>? Barred { get; init; }

    /// <summary>When the end was found and this document made, in UTC.</summary>
    public required DateTimeOffset Judged { get; init; }

    /// <summary>The cycle's audit chain just before this document.</summary>
    public required ReceiptHead ChainHead { get; init; }

    /// <inheritdoc/>
    public required string KeyId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Type => SignedType;

    /// <inheritdoc/>
    public byte[] ToBytes() => SignedText.Write(this);
}
