using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>Links events into a stream's hash chain and finds the first link that does not hold.</summary>
public static class Chain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>The entry that would write this event behind the last one.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="last">The stream's last entry, or null if it is empty.</param>
    /// <param name="recordedAt">Now, in product time.</param>
    /// <param name="key">The occasion.</param>
    /// <param name="event">The event.</param>
    public static Entry Next(
        StreamId stream,
        Entry? last,
        DateTimeOffset recordedAt,
        string key,
        Event @event
    )
    {
        var entry = new Entry(
            stream,
            (last?.Sequence ?? 0) + 1,
            recordedAt.ToUniversalTime(),
            key,
            EventJson.Write(@event),
            last?.Hash ?? Origin,
            Hash: ""
        );
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>The first entry that was changed, moved, dropped or forged; null if the chain holds.</summary>
    /// <param name="entries">A whole stream in order.</param>
    public static Entry? FirstBroken(IReadOnlyList<Entry> entries)
    {
        Entry? previous = null;
        foreach (var entry in entries)
        {
            if (FaultOf(previous, entry) is not null)
            {
                return entry;
            }
            previous = entry;
        }
        return null;
    }

    /// <summary>Why an entry cannot stand behind another, or null if it can.</summary>
    /// <param name="previous">The entry before, or null if there is none.</param>
    /// <param name="entry">The entry.</param>
    public static AuditFaultKind? FaultOf(Entry? previous, Entry entry) =>
        entry.Sequence != (previous?.Sequence ?? 0) + 1 ? AuditFaultKind.OutOfOrder
        : entry.PreviousHash != (previous?.Hash ?? Origin) ? AuditFaultKind.Unlinked
        : entry.Hash != HashOf(entry) ? AuditFaultKind.Changed
        : null;

    // Every part is preceded by its length, so that no two different entries have the same text.
    internal static string HashOf(Entry entry)
    {
        var text = new StringBuilder();
        foreach (
            var part in new[]
            {
                entry.PreviousHash,
                entry.Stream.Value,
                entry.Sequence.ToString(CultureInfo.InvariantCulture),
                entry.RecordedAt.ToString("O", CultureInfo.InvariantCulture),
                entry.Key,
                entry.Body,
            }
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
