using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Receipts;

/// <summary>Where a receipt is made: the assignment and its stream as it is just before the receipt's own entry.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Plan">The plan the cycle runs on.</param>
/// <param name="PlanHash">The plan document's hash.</param>
/// <param name="Entries">The whole stream so far.</param>
/// <param name="Judged">Now, in product time.</param>
/// <param name="KeyId">The key that is going to sign.</param>
public sealed record ReceiptPlace(
    AssignmentId Assignment,
    PlanLookup Plan,
    string PlanHash,
    IReadOnlyList<Entry> Entries,
    DateTimeOffset Judged,
    string KeyId
)
{
    internal Entry? Last => Entries.Count > 0 ? Entries[^1] : null;
}
