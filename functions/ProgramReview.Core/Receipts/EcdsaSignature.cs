using System.Numerics;

namespace ProgramReview.Core.Receipts;

/// <summary>
/// A signature on P-256 as raw <c>r || s</c>. For every (r, s) that holds, (r, n - s) holds too, so one of the two is chosen: the one
/// with the lower s. Otherwise anybody could change a receipt's signature without it failing.
/// </summary>
public static class EcdsaSignature
{
    /// <summary>The length of a raw signature <c>r || s</c> on P-256, in bytes.</summary>
    public const int Length = 64;

    private const int Half = Length / 2;

    private static readonly BigInteger Order = Read(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")
    );

    /// <summary>Whether it is of the right length and has the lower s.</summary>
    public static bool IsChosen(ReadOnlySpan<byte> signature) =>
        signature.Length == Length && Read(signature[Half..]) <= Order / 2;

    /// <summary>The same signature with the lower s.</summary>
    /// <exception cref="ArgumentException">It is not 64 bytes long.</exception>
    public static byte[] Choose(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Length)
        {
            throw new ArgumentException(
                $"A signature on P-256 has {Length} bytes, not {signature.Length}.",
                nameof(signature)
            );
        }
        var chosen = signature.ToArray();
        if (!IsChosen(signature))
        {
            var s = (Order - Read(signature[Half..])).ToByteArray(true, true);
            chosen.AsSpan(Half).Clear();
            s.CopyTo(chosen.AsSpan(Length - s.Length));
        }
        return chosen;
    }

    private static BigInteger Read(ReadOnlySpan<byte> bytes) =>
        new(bytes, isUnsigned: true, isBigEndian: true);
}
