using System.Diagnostics.CodeAnalysis;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Uploading;

/// <summary>The name that scanned minutes are stored under: <c>cycle/minutes/hash</c>. Its first piece is that of the cycle's uploads.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record MinutesName(CycleId Cycle, string Sha256) : IParsable<MinutesName>
{
    private const string Folder = "minutes";
    private const int HashLength = 64;

    /// <inheritdoc/>
    public static MinutesName Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var name)
            ? name
            : throw new FormatException($"'{s}' is not the name of minutes.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out MinutesName result
    )
    {
        result =
            s?.Split('/') is [var cycle, Folder, { Length: HashLength } hash]
            && CycleId.TryParse(cycle, null, out var id)
            && hash.All(char.IsAsciiHexDigitLower)
                ? new MinutesName(id, hash)
                : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Cycle}/{Folder}/{Sha256}";
}
