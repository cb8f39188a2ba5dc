using ProgramReview.Core.Audit;

namespace ProgramReview.Functions.Audit;

/// <summary>The number people quote: the entry's place in the record, so that it can be found without an index.</summary>
public static class ReceiptNumber
{
    /// <summary>The number of the entry that recorded a submission.</summary>
    public static string Of(Entry entry) =>
        FormattableString.Invariant($"{entry.Stream}/{entry.Sequence}");
}
