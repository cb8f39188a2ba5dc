using System.Security.Cryptography;
using System.Text;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Guids that are the same on every replay: version 5 of a name in a fixed namespace.</summary>
internal static class DeterministicGuid
{
    private static readonly Guid Namespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Create(string instanceId, DateTime now, int counter)
    {
        var name = Encoding.UTF8.GetBytes($"{instanceId}_{now:o}_{counter}");
        var input = new byte[16 + name.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input, 16);

        // The standard prescribes SHA-1 for version 5; nothing secret depends on it.
#pragma warning disable CA5350
        var hash = SHA1.HashData(input).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
