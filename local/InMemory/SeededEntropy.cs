using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Local.InMemory;

/// <summary>Chance that repeats itself: SHA-256 over the seed, a counter and a label. For rehearsals and simulations only.</summary>
/// <param name="seed">The same seed gives the same bytes.</param>
/// <param name="label">Whose chance it is: each label has a row of its own, however much the others draw.</param>
public sealed class SeededEntropy(int seed, string label = "") : IEntropy
{
    private readonly Lock gate = new();
    private readonly byte[] input = Input(seed, label);
    private readonly byte[] block = new byte[SHA256.HashSizeInBytes];
    private int used = SHA256.HashSizeInBytes;
    private long counter;

    /// <inheritdoc/>
    public void Fill(Span<byte> buffer)
    {
        lock (gate)
        {
            while (!buffer.IsEmpty)
            {
                if (used == block.Length)
                {
                    NextBlock();
                }
                var length = Math.Min(buffer.Length, block.Length - used);
                block.AsSpan(used, length).CopyTo(buffer);
                buffer = buffer[length..];
                used += length;
            }
        }
    }

    private void NextBlock()
    {
        BinaryPrimitives.WriteInt64LittleEndian(input.AsSpan(sizeof(int)), counter++);
        SHA256.HashData(input, block);
        used = 0;
    }

    private static byte[] Input(int seed, string label)
    {
        var input = new byte[sizeof(int) + sizeof(long) + Encoding.UTF8.GetByteCount(label)];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        Encoding.UTF8.GetBytes(label, input.AsSpan(sizeof(int) + sizeof(long)));
        return input;
    }
}
