using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;

namespace ProgramReview.Benchmarks.Figures;

/// <summary>
/// Records as a store would hold them, in memory: the version of a node, what those below it bring in one look, one write; each counted.
/// </summary>
internal sealed class RecordFolder(FigureTree tree)
{
    private readonly Dictionary<FanOutNode, (ReadOnlyMemory<byte> Record, byte[] Shares)> records =
    [];

    public int Operations { get; private set; }

    public long ReadBytes { get; private set; }

    public long Bytes => records.Values.Sum(one => (long)one.Record.Length + one.Shares.Length);

    public long Largest => records.Values.Max(one => (long)one.Record.Length);

    public int Count => records.Count;

    public int VersionOf(FanOutNode node)
    {
        Operations++;
        return records[node].Record.Length;
    }

    public IReadOnlyList<FigureShares> ReadBelow(FanOutNode node)
    {
        Operations++;
        return
        [
            .. tree.Children(node)
                .Select(child =>
                {
                    var shares = records[child].Shares;
                    ReadBytes += shares.Length;
                    return FigureShares.FromBytes(shares);
                }),
        ];
    }

    public void Write(KeptFigures kept)
    {
        Operations++;
        records[kept.Figures.Node] = (kept.Bytes, kept.Shares.ToBytes());
    }
}
