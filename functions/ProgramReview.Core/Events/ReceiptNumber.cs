using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>The number people quote: the entry's place in the record, so that it can be found without an index.</summary>
public static class ReceiptNumber
{
    /// <summary>The number of the entry that recorded an attempt.</summary>
    public static string Of(Entry entry) => Of(entry.Stream, entry.Sequence);

    /// <summary>The number of the entry at a place of a stream.</summary>
    public static string Of(StreamId stream, long sequence) =>
        FormattableString.Invariant($"{stream}/{sequence}");
}
