using System.Globalization;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Host.Commands;

/// <summary>What a verification found, in words.</summary>
internal static class AuditWords
{
    /// <summary>A fault as one line.</summary>
    public static string Of(AuditFault fault) =>
        $"{fault.Stream?.Value ?? (fault.Kind == AuditFaultKind.ExportChanged ? "the export" : "any chain")}{Place(fault)}: {What(fault.Kind)}{By(fault)}";

    /// <summary>An entry whose contact was erased, as one line; it is no fault.</summary>
    public static string OfErased(long sequence) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Entry {sequence} of the cycle: the contact it names was erased; the entry holds, whom it means cannot be checked any more."
        );

    /// <summary>How far the anchors reach, and what lies beyond.</summary>
    public static string Reach(AuditReport report)
    {
        const string Limit =
            "of these the last ones of a chain could have been cut off unseen, unless a receipt or letter quotes them (--head)";
        return report.LastAnchor is { } anchor
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Anchored up to {anchor.At:yyyy-MM-dd HH:mm:ss} UTC (entry {anchor.Sequence} of the cycle, hash {anchor.EntryHash}); {Count(report.EntriesSince, "entry", "entries")} since then: {Limit}."
            )
            : $"No anchor yet; {Count(report.EntriesSince, "entry", "entries")}: {Limit}.";
    }

    /// <summary>A count with its noun.</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Place(AuditFault fault) =>
        fault.Sequence > 0 ? FormattableString.Invariant($", entry {fault.Sequence}") : "";

    private static string By(AuditFault fault) =>
        fault.Source is { } source ? $" (shown by {source})" : "";

    private static string What(AuditFaultKind kind) =>
        kind switch
        {
            AuditFaultKind.OutOfOrder =>
                "its number does not follow the one before; an entry was removed, doubled or moved",
            AuditFaultKind.Unlinked => "it does not stand on the entry before",
            AuditFaultKind.Changed => "what it says does not have its hash; it was changed",
            AuditFaultKind.KeyRepeated => "its occasion is on record already",
            AuditFaultKind.Unreadable =>
                "it holds no fact of this kind of chain that this version knows",
            AuditFaultKind.ReceiptDiffers =>
                "its receipt quotes another entry before it than the one that stands there",
            AuditFaultKind.Misplaced => "it does not belong into this record, or at this place",
            AuditFaultKind.DocumentMissing => "the document it names is not there",
            AuditFaultKind.DocumentChanged => "the document it names was changed",
            AuditFaultKind.CutOff => "an entry that is quoted elsewhere is not there",
            AuditFaultKind.Rewritten =>
                "another entry stands in the place of one that is quoted elsewhere; the chain was written anew",
            AuditFaultKind.ExportChanged =>
                "it is not as it was written; a line was changed, added or taken away",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown fault."),
        };
}
