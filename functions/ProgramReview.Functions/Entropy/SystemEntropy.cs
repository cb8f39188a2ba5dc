using System.Security.Cryptography;

namespace ProgramReview.Functions.Entropy;

/// <summary>The operating system's cryptographic generator.</summary>
internal sealed class SystemEntropy : IEntropy
{
    /// <inheritdoc/>
#pragma warning disable RS0030 // This is the one place behind the port.
    public void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
#pragma warning restore RS0030
}
