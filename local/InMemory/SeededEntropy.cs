using System.Buffers.Binary;
using System.Security.Cryptography;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Local.InMemory;

/// <summary>Chance that repeats itself: SHA-256 over the seed and a counter. For rehearsals and simulations only.</summary>
/// <param name="seed">The same seed gives the same bytes.</param>
public sealed class SeededEntropy(int seed) : IEntropy
{
    private readonly Lock gate = new();
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
        Span<byte> input = stackalloc byte[sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt64LittleEndian(input[sizeof(int)..], counter++);
        SHA256.HashData(input, block);
        used = 0;
    }
}
