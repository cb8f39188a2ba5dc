using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>Records as a store would hold them, in memory: one of a node, those below a node in one look, one write; each counted.</summary>
internal sealed class RecordFolder(FigureTree tree)
{
    private readonly Dictionary<FanOutNode, ReadOnlyMemory<byte>> records = [];

    public int Operations { get; private set; }

    public long ReadBytes { get; private set; }

    public long Bytes => records.Values.Sum(record => (long)record.Length);

    public long Largest => records.Values.Max(record => (long)record.Length);

    public int Count => records.Count;

    public KeptFigures Read(FanOutNode node)
    {
        Operations++;
        return Unpack(node);
    }

    public IReadOnlyList<KeptFigures> ReadBelow(FanOutNode node)
    {
        Operations++;
        return [.. tree.Children(node).Select(Unpack)];
    }

    public void Write(KeptFigures kept)
    {
        Operations++;
        records[kept.Figures.Node] = kept.Bytes;
    }

    private KeptFigures Unpack(FanOutNode node)
    {
        ReadBytes += records[node].Length;
        return KeptFigures.Read(records[node]);
    }
}
