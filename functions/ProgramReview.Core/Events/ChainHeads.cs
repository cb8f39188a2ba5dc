using System.Globalization;
using System.Text;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// The heads of a cycle's chains as a list of lines, <c>stream sequence hash</c>, in the order of their stream ids. Each line is a
/// leaf of the Merkle tree whose root names the list.
/// </summary>
public sealed class ChainHeads
{
    private ChainHeads(IReadOnlyList<ChainHead> heads)
    {
        Heads = heads;
        Lines = [.. heads.Select(LineOf)];
        Root = Convert.ToHexStringLower(
            MerkleTree.RootOf([.. Lines.Select(Encoding.UTF8.GetBytes)])
        );
    }

    /// <summary>One head per chain, in the order of their lines.</summary>
    public IReadOnlyList<ChainHead> Heads { get; }

    /// <summary>The text of each head: the leaves that the root is computed over, in this order.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The Merkle root over the lines, lower-case hexadecimal.</summary>
    public string Root { get; }

    /// <summary>Puts heads in order.</summary>
    public static ChainHeads Of(IEnumerable<ChainHead> heads) =>
        new([.. heads.OrderBy(head => head.Stream.Value, StringComparer.Ordinal)]);

    /// <summary>Reads the text form; the order is kept, since it is part of what the root says.</summary>
    /// <exception cref="FormatException">The text is no list of heads.</exception>
    public static ChainHeads Parse(string text) =>
        new([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

    /// <summary>The text form: the lines, each with its end.</summary>
    public override string ToString() => string.Concat(Lines.Select(line => line + "\n"));

    private static string LineOf(ChainHead head) =>
        FormattableString.Invariant($"{head.Stream} {head.Sequence} {head.Hash}");

    private static ChainHead Read(string line) =>
        line.Split(' ') is [var stream, var sequence, var hash]
        && StreamId.TryParse(stream, null, out var id)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ChainHead(id, number, hash)
            : throw new FormatException($"'{line}' is not the head of a chain.");
}
