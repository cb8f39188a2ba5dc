using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Receipts;

/// <summary>The receipt of an approver's answer: the payload that is signed, described in <c>docs/receipts.md</c>.</summary>
public sealed record AnswerReceipt : ISigned
{
    /// <summary>The header's <c>typ</c>.</summary>
    public const string SignedType = "programreview-answer+jws";

    /// <summary>The version of the receipt's shape.</summary>
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

    /// <summary>The stage that was asked, from 1.</summary>
    public required int Stage { get; init; }

    /// <summary>SHA-256 of the dossier's manifest that was answered about.</summary>
    public required string DossierHash { get; init; }

    /// <summary>The version of the rules by which answers are counted.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>The seat that was answered for: the approver's id in the plan.</summary>
    public required string Approver { get; init; }

    /// <summary>Who answered for it, where that was not the approver of the plan; else null.</summary>
    public string? Person { get; init; }

    /// <summary>What the plan asked beside the personal link.</summary>
    public required SecondStep SecondStep { get; init; }

    /// <summary>The answer.</summary>
    public required DecisionVerdict Verdict { get; init; }

    /// <summary>The comment, whole; may be empty.</summary>
    public required string Comment { get; init; }

    /// <summary>The parts of reports that are to be changed, or null if none are.</summary>
    public AnsweredParts? Reopen { get; init; }

    /// <summary>From when on no answer was taken, as it stood.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>When the answer was judged and this receipt made, in UTC.</summary>
    public required DateTimeOffset Judged { get; init; }

    /// <summary>The cycle's audit chain just before this receipt.</summary>
    public required ReceiptHead ChainHead { get; init; }

    /// <inheritdoc/>
    public required string KeyId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string Type => SignedType;

    /// <inheritdoc/>
    public byte[] ToBytes() => SignedText.Write(this);
}
