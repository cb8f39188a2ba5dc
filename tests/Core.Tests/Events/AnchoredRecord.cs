using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>The record of a small cycle with anchors, and the hands of somebody who would like it to say something else.</summary>
internal sealed class AnchoredRecord
{
    private readonly Dictionary<StreamId, List<Entry>> streams = [];
    private readonly Dictionary<string, string> heads = [];
    private int minutes;

    private AnchoredRecord() { }

    public IEnumerable<IReadOnlyList<Entry>> Streams => streams.Values;

    public int Anchors => CycleState.Of(streams[Cycle]).Anchors.Count;

    public Anchor LastAnchor => CycleState.Of(streams[Cycle]).Anchors[^1];

    /// <summary>How many entries of each stream the last anchor covers.</summary>
    public IReadOnlyDictionary<StreamId, long> Covered { get; private set; } =
        new Dictionary<StreamId, long>();

    private static StreamId Cycle => BaDinh.Cycle.Stream;

    /// <summary>Writes to one stream after another; sometimes an anchor follows, and one at least.</summary>
    public static AnchoredRecord Of(int bodies, int[] picks, bool[] anchors)
    {
        var record = new AnchoredRecord();
        record.Write(Cycle, new CycleEvent.Started(new string('1', 64), 1, "operator"));
        foreach (var (i, pick) in picks.Index())
        {
            record.Write(
                StreamId.Parse($"{BaDinh.Cycle}.body-{pick % bodies}.district", null),
                new AssignmentEvent.Exempted("operator", $"reason {i}")
            );
            if (i == 0 || (anchors[i % anchors.Length] && anchors[(i + 7) % anchors.Length]))
            {
                record.Anchor();
            }
        }
        return record;
    }

    public AuditReport Verify(params (StreamId Stream, string Hash)[] quotes)
    {
        var verification = new AuditVerification(BaDinh.Cycle);
        foreach (
            var entry in streams.Values.OrderBy(s => s.Count == 0).SelectMany(entries => entries)
        )
        {
            verification.Add(entry);
        }
        foreach (var root in verification.Roots.Where(heads.ContainsKey).ToList())
        {
            verification.AddHeads(root, heads[root]);
        }
        foreach (var (stream, hash) in quotes)
        {
            verification.Quote(stream, hash, "letter");
        }
        return verification.Finish();
    }

    /// <summary>An entry of an assignment that the last anchor covers.</summary>
    public (StreamId Stream, int At) PickCovered(double where)
    {
        var places = Covered
            .Where(covered => covered.Key != Cycle)
            .SelectMany(covered =>
                Enumerable.Range(0, (int)covered.Value).Select(at => (covered.Key, at))
            )
            .ToList();
        return places[(int)(where * places.Count)];
    }

    /// <summary>A stream that has an entry behind the last anchor, or null.</summary>
    public StreamId? PickUncovered() =>
        streams
            .Keys.Where(stream => stream != Cycle)
            .FirstOrDefault(stream => streams[stream].Count > Covered.GetValueOrDefault(stream));

    public string HeadOf(StreamId stream) => streams[stream][^1].Hash;

    public void CutEnd(StreamId stream) => streams[stream].RemoveAt(streams[stream].Count - 1);

    public void Replace(string root, string? stored)
    {
        heads.Remove(root);
        if (stored is not null)
        {
            heads[root] = stored;
        }
    }

    public void Tamper(Tampering way, StreamId stream, int at)
    {
        var entries = streams[stream];
        var old = entries[at];
        var lie = new AssignmentEvent.Exempted("nobody", "forged");
        switch (way)
        {
            case Tampering.Mutate:
                entries[at] = old with { Body = EventJson.Write(lie) };
                break;
            case Tampering.Replace:
                entries[at] = Chain.Next(
                    stream,
                    at == 0 ? null : entries[at - 1],
                    old.RecordedAt,
                    old.Key,
                    lie
                );
                break;
            case Tampering.Forge:
                entries[at] = old with { Body = EventJson.Write(lie) };
                Relink(stream, at);
                break;
            case Tampering.Drop:
                entries.RemoveAt(at);
                break;
            case Tampering.DropAndRelink:
                entries.RemoveAt(at);
                Relink(stream, at);
                break;
            case Tampering.Reorder when entries.Count > 1:
                var other = at == 0 ? 1 : at - 1;
                (entries[at], entries[other]) = (entries[other], entries[at]);
                break;
            case Tampering.Reorder:
            case Tampering.Truncate:
                entries.RemoveRange(at, entries.Count - at);
                break;
        }
    }

    /// <summary>The forger's last resort: all anchors thrown away, and one set over what stands there now.</summary>
    public void AnchorAnew()
    {
        streams[Cycle].RemoveAll(entry => entry.Event is CycleEvent.Anchored);
        Relink(Cycle, 0);
        Anchor();
    }

    private void Relink(StreamId stream, int from)
    {
        var entries = streams[stream];
        for (var i = from; i < entries.Count; i++)
        {
            entries[i] = Chain.Next(
                stream,
                i == 0 ? null : entries[i - 1],
                entries[i].RecordedAt,
                entries[i].Key,
                entries[i].Event
            );
        }
    }

    private void Anchor()
    {
        var list = ChainHeads.Of(
            streams
                .Where(stream => stream.Key != Cycle && stream.Value.Count > 0)
                .Select(stream => new ChainHead(
                    stream.Key,
                    stream.Value.Count,
                    stream.Value[^1].Hash
                ))
        );
        heads[list.Root] = list.ToString();
        Write(
            Cycle,
            new CycleEvent.Anchored(
                AnchorCause.Day,
                new DateOnly(2024, 8, 1),
                list.Root,
                list.Heads.Count
            )
        );
        Covered = streams.ToDictionary(stream => stream.Key, stream => (long)stream.Value.Count);
    }

    private void Write(StreamId stream, Event @event)
    {
        if (!streams.TryGetValue(stream, out var entries))
        {
            streams[stream] = entries = [];
        }
        entries.Add(
            Chain.Next(
                stream,
                entries.LastOrDefault(),
                Opening.AddMinutes(minutes),
                $"key-{minutes++}",
                @event
            )
        );
    }
}
