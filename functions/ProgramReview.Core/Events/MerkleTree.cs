using System.Security.Cryptography;

namespace ProgramReview.Core.Events;

/// <summary>The tree of RFC 6962: leaves and nodes are hashed apart, so that none can be passed off as the other.</summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root over leaves in their order; of none it is the hash of nothing.</summary>
    public static byte[] RootOf(IReadOnlyList<byte[]> leaves) =>
        leaves.Count == 0 ? SHA256.HashData([]) : Root([.. leaves.Select(HashOfLeaf)]);

    private static byte[] Root(ReadOnlySpan<byte[]> hashes)
    {
        if (hashes.Length == 1)
        {
            return hashes[0];
        }
        var left = 1;
        while (left * 2 < hashes.Length)
        {
            left *= 2;
        }
        return SHA256.HashData([NodePrefix, .. Root(hashes[..left]), .. Root(hashes[left..])]);
    }

    private static byte[] HashOfLeaf(byte[] leaf) => SHA256.HashData([LeafPrefix, .. leaf]);
}
