using System.Text.Json;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// Verifies the record of one cycle as it is read, entry by entry, stream by stream; keeps only hashes, and the first fault of each stream. A chain by itself shows what was
/// changed, dropped or moved inside it; anchors and quoted heads show what was written anew or cut off.
/// </summary>
public sealed class AuditVerification(CycleId cycle)
{
    private readonly Dictionary<StreamId, List<byte[]>> streams = [];
    private readonly List<Anchor> anchors = [];
    private readonly Dictionary<string, ChainHeads?> heads = [];
    private readonly List<(StreamId? Stream, string Hash, string Source)> quotes = [];
    private readonly List<AuditFault> faults = [];
    private readonly List<long> erased = [];
    private readonly HashSet<StreamId> faulty = [];
    private readonly HashSet<string> keys = [];
    private Entry? last;
    private long count;
    private int leftOut;

    /// <summary>The roots whose lists of heads are needed to check the anchors read so far.</summary>
    public IEnumerable<string> Roots => anchors.Select(anchor => anchor.Root).Distinct();

    /// <summary>Takes the next entry; the entries of a stream follow each other.</summary>
    public void Add(Entry entry)
    {
        count++;
        if (last?.Stream != entry.Stream)
        {
            Begin(entry);
        }
        foreach (var kind in FaultsOf(entry))
        {
            Note(new AuditFault(entry.Stream, entry.Sequence, kind));
        }
        streams[entry.Stream].Add(BytesOf(entry.Hash));
        last = entry;
    }

    /// <summary>Takes the stored list of heads that bears a root as its name.</summary>
    public void AddHeads(string root, string text)
    {
        try
        {
            heads[root] = ChainHeads.Parse(text);
        }
        catch (FormatException)
        {
            heads[root] = null;
        }
    }

    /// <summary>Has a hash looked for that somebody else holds: a receipt, a dossier, an auditor's letter.</summary>
    /// <param name="stream">The stream it was quoted from, or null if that is not known.</param>
    /// <param name="hash">The hash of an entry.</param>
    /// <param name="source">Where it is quoted, for the reader.</param>
    public void Quote(StreamId? stream, string hash, string source)
    {
        if (hash != Chain.Origin)
        {
            quotes.Add((stream, hash, source));
        }
    }

    /// <summary>Checks anchors and quotes against what was read.</summary>
    public AuditReport Finish()
    {
        foreach (var anchor in anchors)
        {
            Check(anchor);
        }
        foreach (var quote in quotes)
        {
            Check(quote.Stream, quote.Hash, quote.Source);
        }
        return new AuditReport(
            streams.Count,
            count,
            anchors.Count,
            anchors.LastOrDefault(),
            count - Covered(),
            quotes.Count,
            faults
        )
        {
            Erased = erased,
            LeftOut = leftOut,
        };
    }

    /// <summary>Notes a fault that somebody else found; what follows a stream's first fault mostly follows from it and is left out.</summary>
    public void Note(AuditFault fault)
    {
        if (fault.Stream is null || faulty.Add(fault.Stream))
        {
            faults.Add(fault);
        }
    }

    /// <summary>Notes that the contact behind an entry of the cycle's stream was erased, which is no fault.</summary>
    public void NoteErased(long sequence) => erased.Add(sequence);

    /// <summary>Notes that a document that an entry names was left out on purpose, which is no fault and cannot be checked.</summary>
    public void NoteLeftOut() => leftOut++;

    private void Begin(Entry entry)
    {
        if (!streams.TryAdd(entry.Stream, []) || !IsOfCycle(entry.Stream))
        {
            Note(new AuditFault(entry.Stream, entry.Sequence, AuditFaultKind.Misplaced));
        }
        keys.Clear();
        last = null;
    }

    private bool IsOfCycle(StreamId stream) =>
        stream == cycle.Stream
        || (AssignmentId.TryParse(stream.Value, null, out var id) && id.Cycle == cycle);

    private IEnumerable<AuditFaultKind> FaultsOf(Entry entry)
    {
        if (Chain.FaultOf(last, entry) is { } kind)
        {
            yield return kind;
        }
        if (!keys.Add(entry.Key))
        {
            yield return AuditFaultKind.KeyRepeated;
        }
        if (
            QuotedHead.IsIn(entry)
            && QuotedHead.Of(entry) != new QuotedHead(entry.Sequence - 1, entry.PreviousHash)
        )
        {
            yield return AuditFaultKind.ReceiptDiffers;
        }
        if (!IsReadable(entry))
        {
            yield return AuditFaultKind.Unreadable;
        }
    }

    private bool IsReadable(Entry entry)
    {
        try
        {
            var @event = entry.Event;
            if (@event is CycleEvent.Anchored anchored && entry.Stream == cycle.Stream)
            {
                anchors.Add(new Anchor(anchored, entry));
            }
            return @event is CycleEvent == (entry.Stream == cycle.Stream);
        }
        catch (Exception unknown)
            when (unknown is JsonException or NotSupportedException or FormatException)
        {
            return false;
        }
    }

    private void Check(Anchor anchor)
    {
        var source = FormattableString.Invariant($"anchor {anchor.Sequence} of {cycle}");
        if (!heads.TryGetValue(anchor.Root, out var list))
        {
            Note(
                new AuditFault(
                    cycle.Stream,
                    anchor.Sequence,
                    AuditFaultKind.DocumentMissing,
                    source
                )
            );
            return;
        }
        if (list?.Root != anchor.Root || list.Heads.Count != anchor.Streams)
        {
            Note(
                new AuditFault(
                    cycle.Stream,
                    anchor.Sequence,
                    AuditFaultKind.DocumentChanged,
                    source
                )
            );
            return;
        }
        foreach (var head in list.Heads)
        {
            if (HashAt(head) is not { } there)
            {
                Note(new AuditFault(head.Stream, head.Sequence, AuditFaultKind.CutOff, source));
            }
            else if (!there.AsSpan().SequenceEqual(BytesOf(head.Hash)))
            {
                Note(new AuditFault(head.Stream, head.Sequence, AuditFaultKind.Rewritten, source));
            }
        }
    }

    private byte[]? HashAt(ChainHead head) =>
        streams.TryGetValue(head.Stream, out var hashes)
        && head.Sequence >= 1
        && head.Sequence <= hashes.Count
            ? hashes[(int)head.Sequence - 1]
            : null;

    private void Check(StreamId? stream, string hash, string source)
    {
        var wanted = BytesOf(hash);
        var among =
            stream is null ? streams.Values
            : streams.TryGetValue(stream, out var one) ? [one]
            : (IEnumerable<List<byte[]>>)[];
        if (!among.Any(hashes => hashes.Any(there => there.AsSpan().SequenceEqual(wanted))))
        {
            Note(new AuditFault(stream, 0, AuditFaultKind.CutOff, source));
        }
    }

    // The last anchor covers the chains up to its heads, and the cycle's own up to itself.
    private long Covered() =>
        anchors.LastOrDefault() is { } anchor
            ? anchor.Sequence
                + (heads.GetValueOrDefault(anchor.Root)?.Heads.Sum(head => head.Sequence) ?? 0)
            : 0;

    // Bytes instead of digits: a record of many entries is kept in memory by its hashes.
    private static byte[] BytesOf(string hash) =>
        hash.Length == Chain.Origin.Length && hash.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(hash)
            : [];
}
