using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Storage;

/// <summary>
/// Marks what one attempt to create writes. A create that is sent again after its answer was lost finds the name taken; the mark
/// tells whether it was this very attempt that took it.
/// </summary>
internal static class AttemptMark
{
    /// <summary>The property or metadata that bears the mark.</summary>
    public const string Name = "Attempt";

    /// <summary>A mark no other attempt has.</summary>
    public static string Next(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
