using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>Where each chain of a record ends, noted while it is read for something else.</summary>
internal sealed class ChainEnds
{
    private readonly Dictionary<StreamId, ChainHead> ends = [];

    /// <summary>The last entry of each chain.</summary>
    public IReadOnlyDictionary<StreamId, ChainHead> All => ends;

    /// <summary>The first line, once it was read.</summary>
    public AuditLine.Head Head { get; private set; } = null!;

    /// <summary>The hash over the whole export, once it was read.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Hands the lines on and notes the ends.</summary>
    public async IAsyncEnumerable<AuditLine> OverAsync(
        IAsyncEnumerable<AuditLine> lines,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            switch (line)
            {
                case AuditLine.Head head:
                    Head = head;
                    break;
                case AuditLine.Of of:
                    ends[of.Stream] = new ChainHead(of.Stream, of.Sequence, of.Hash);
                    break;
                case AuditLine.End { Sha256: { } hash }:
                    Sha256 = hash;
                    break;
            }
            yield return line;
        }
    }

    /// <summary>The first chain whose end here is not what another record has there, or null if that one holds all of this.</summary>
    public StreamId? FirstNotIn(ChainEnds other) =>
        ends.Values.FirstOrDefault(end => other.ends.GetValueOrDefault(end.Stream) != end)?.Stream;
}
