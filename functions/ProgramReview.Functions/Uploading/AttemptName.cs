using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Uploading;

/// <summary>Names one attempt to upload, so that nobody can guess it.</summary>
internal static class AttemptName
{
    /// <summary>A name of 96 random bits.</summary>
    public static string Next(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[12];
        entropy.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
