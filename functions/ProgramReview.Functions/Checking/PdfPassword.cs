using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Whether an encrypted PDF opens without a password (ISO 32000-2, 7.6.4): one that only restricts printing or editing has an owner
/// password, and every reader shows it.
/// </summary>
internal static class PdfPassword
{
    private const int MostRounds = 4096;

    /// <summary>Whether the empty user password is right.</summary>
    /// <param name="how">The encryption dictionary.</param>
    /// <param name="id">The first part of the file's identifier.</param>
    public static bool OpensWithout(Dictionary<string, object> how, byte[] id)
    {
        if (
            how.GetValueOrDefault("Filter") as string != "Standard"
            || how.GetValueOrDefault("U") is not byte[] { Length: >= 32 } user
            || how.GetValueOrDefault("O") is not byte[] { Length: >= 32 } owner
            || how.GetValueOrDefault("R") is not long revision
        )
        {
            return false;
        }
        if (revision >= 5)
        {
            return user.Length >= 40
                && Hash(user[32..40], isSimple: revision == 5)
                    .AsSpan()
                    .SequenceEqual(user.AsSpan(0, 32));
        }
        byte[] seed =
        [
            .. Padding,
            .. owner[..32],
            .. Number(how.GetValueOrDefault("P") as long? ?? 0),
            .. id,
            .. revision >= 4 && how.GetValueOrDefault("EncryptMetadata") as string == "false"
                ? Number(-1)
                : [],
        ];
        // Writers disagree on where the length of the key stands; a wrong one never fits by chance.
        return new[] { (how.GetValueOrDefault("Length") as long? ?? 40) / 8, 16, 5 }.Any(length =>
            length is >= 5 and <= 16 && Fits(revision, Key(seed, (int)length, revision), user, id)
        );
    }

#pragma warning disable CA5351 // The format prescribes MD5 and RC4; they protect nothing here.
    private static byte[] Key(byte[] seed, int length, long revision)
    {
        var key = MD5.HashData(seed);
        for (var i = 0; revision >= 3 && i < 50; i++)
        {
            key = MD5.HashData(key.AsSpan(0, length));
        }
        return key[..length];
    }

    private static bool Fits(long revision, byte[] key, byte[] user, byte[] id)
    {
        if (revision < 3)
        {
            return Rc4(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, 32));
        }
        var proof = MD5.HashData([.. Padding, .. id]);
        for (var i = 0; i < 20; i++)
        {
            proof = Rc4([.. key.Select(value => (byte)(value ^ i))], proof);
        }
        return proof.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }
#pragma warning restore CA5351

    // Algorithm 2.B, for an empty password.
    private static byte[] Hash(byte[] salt, bool isSimple)
    {
        var key = SHA256.HashData(salt);
        for (var round = 0; !isSimple && round < MostRounds; )
        {
            using var aes = Aes.Create();
            aes.Key = key[..16];
            byte[] input = [.. Enumerable.Repeat(key, 64).SelectMany(bytes => bytes)];
            var output = aes.EncryptCbc(input, key.AsSpan(16, 16), PaddingMode.None);
            key = (output.Take(16).Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(output),
                1 => SHA384.HashData(output),
                _ => SHA512.HashData(output),
            };
            round++;
            if (round >= 64 && output[^1] <= round - 32)
            {
                break;
            }
        }
        return key[..32];
    }

    private static byte[] Rc4(byte[] key, ReadOnlySpan<byte> input)
    {
        var state = new byte[256];
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = (byte)i;
        }
        for (int i = 0, j = 0; i < state.Length; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }
        var output = input.ToArray();
        for (int n = 0, i = 0, j = 0; n < output.Length; n++)
        {
            i = (i + 1) & 0xFF;
            j = (j + state[i]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
            output[n] ^= state[(state[i] + state[j]) & 0xFF];
        }
        return output;
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, unchecked((int)value));
        return bytes;
    }

    private static ReadOnlySpan<byte> Padding =>
        [
            0x28,
            0xBF,
            0x4E,
            0x5E,
            0x4E,
            0x75,
            0x8A,
            0x41,
            0x64,
            0x00,
            0x4E,
            0x56,
            0xFF,
            0xFA,
            0x01,
            0x08,
            0x2E,
            0x2E,
            0x00,
            0xB6,
            0xD0,
            0x68,
            0x3E,
            0x80,
            0x2F,
            0x0C,
            0xA9,
            0xFE,
            0x64,
            0x53,
            0x69,
            0x7A,
        ];
}
