using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Local.InMemory;

/// <summary>Signed addresses for one blob each, in the manner of a shared access signature.</summary>
internal sealed class MemoryPermission
{
    private const string Root = "memory://submissions/";
    private readonly byte[] key = new byte[32];

    /// <summary>Draws a key.</summary>
    public MemoryPermission(IEntropy entropy) => entropy.Fill(key);

    /// <summary>The address for one blob.</summary>
    public Uri Write(string blobName, DateTimeOffset expires)
    {
        var end = expires.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new Uri(
            $"{Root}{Uri.EscapeDataString(blobName)}?sp=c&se={end}&sig={Sign(blobName, end)}"
        );
    }

    /// <summary>The blob an address is good for now.</summary>
    public bool TryRead(Uri address, DateTimeOffset now, [NotNullWhen(true)] out string? blobName)
    {
        blobName = null;
        if (
            !address.AbsoluteUri.StartsWith(Root, StringComparison.Ordinal)
            || address.Query.Split('&')
                is not [
                    "?sp=c",
                    ['s', 'e', '=', .. var end],
                    ['s', 'i', 'g', '=', .. var signature],
                ]
            || !long.TryParse(end, CultureInfo.InvariantCulture, out var milliseconds)
            || now.ToUnixTimeMilliseconds() >= milliseconds
        )
        {
            return false;
        }
        var named = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'));
        blobName = signature == Sign(named, end) ? named : null;
        return blobName is not null;
    }

    private string Sign(string blobName, string end) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{end} {blobName}"))
        );
}
