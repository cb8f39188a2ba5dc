using System.Buffers.Binary;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>
/// Draws for one played person or body out of the port of all chance. Each has a row of its own, so that a change to a plan changes nobody
/// else's behaviour.
/// </summary>
internal sealed class Chance(int seed, string whose)
{
    private readonly SeededEntropy entropy = new SeededEntropy(seed, whose);

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        entropy.Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) / (double)(1L << 32);
    }

    /// <summary>Within a stretch of time.</summary>
    public double In(Stretch stretch) => stretch.From + (Next() * (stretch.To - stretch.From));
}
