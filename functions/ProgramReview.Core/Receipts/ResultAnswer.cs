using ProgramReview.Core.Events;

namespace ProgramReview.Core.Receipts;

/// <summary>One answer of a round, with the entry of the record that holds it.</summary>
/// <param name="Approver">The person id.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="At">When it was recorded, in UTC.</param>
/// <param name="Entry">The number of its entry, which is that of its receipt too.</param>
/// <param name="EntryHash">The hash of the entry in the audit chain: comment and all are under it.</param>
public sealed record ResultAnswer(
    string Approver,
    DecisionVerdict Verdict,
    DateTimeOffset At,
    string Entry,
    string EntryHash
);
