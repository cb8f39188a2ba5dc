using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>One answer of a round, with the entry of the record that holds it: the approver's own, or that of a session.</summary>
/// <param name="Approver">The seat: the approver's id in the plan.</param>
/// <param name="Person">Who answered for it, where that was not the approver of the plan; else null.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="At">When it was recorded, in UTC.</param>
/// <param name="Entry">The number of its entry, which is that of its receipt too.</param>
/// <param name="EntryHash">The hash of the entry in the audit chain: comment and all are under it.</param>
public sealed record ResultAnswer(
    string Approver,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person,
    DecisionVerdict Verdict,
    DateTimeOffset At,
    string Entry,
    string EntryHash
);
