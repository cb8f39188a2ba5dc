using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>
/// The file of keys of a local host: JSON with <c>current</c>, the id of the key that signs, and <c>keys</c>, each a private key
/// (PKCS #8 in base64) under its id. To rotate, add a key and name it; the old ones stay, so that their receipts can be checked.
/// </summary>
/// <param name="Current">The id of the key that signs.</param>
/// <param name="Keys">The private keys by id.</param>
public sealed record ReceiptKeyFile(string Current, IReadOnlyDictionary<string, string> Keys)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>The content of a new key file, with one freshly drawn P-256 key, which is current.</summary>
    public static ReceiptKeyFile Create() =>
        new ReceiptKeyFile("", new Dictionary<string, string>()).Rotate();

    /// <summary>The same file with a new key that signs from now on.</summary>
    public ReceiptKeyFile Rotate()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = ReceiptKey.Of(pair).Id;
        return new ReceiptKeyFile(
            id,
            new Dictionary<string, string>(Keys)
            {
                [id] = Convert.ToBase64String(pair.ExportPkcs8PrivateKey()),
            }
        );
    }

    /// <summary>The bytes of the file; to be written so that its owner alone can read them.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads the key file of a host without a vault; it must be its owner's alone.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">Others may read it, or it is not such a file; the message says how to mend it.</exception>
    public static ReceiptKeyFile Read(string path)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new InvalidDataException(
                $"{path} can be read by others than its owner: chmod 600 it."
            );
        }
        try
        {
            var file = JsonSerializer.Deserialize<ReceiptKeyFile>(File.ReadAllBytes(path), Json);
            if (file is not { Current: not null, Keys: not null })
            {
                throw new InvalidDataException($"{path} lacks 'current' or 'keys'.");
            }
            foreach (var id in file.Keys.Keys)
            {
                file.Open(id).Dispose();
            }
            return file.Keys.ContainsKey(file.Current)
                ? file
                : throw new InvalidDataException(
                    $"{path} names '{file.Current}' as current, but holds no such key."
                );
        }
        catch (Exception broken)
            when (broken is JsonException or FormatException or CryptographicException)
        {
            throw new InvalidDataException(
                $"{path} is not a file of receipt keys: {broken.Message}",
                broken
            );
        }
    }

    /// <summary>Opens a key; its id must be its thumbprint.</summary>
    internal ECDsa Open(string id)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(Convert.FromBase64String(Keys[id]), out _);
        return ReceiptKey.Of(pair).Id == id
            ? pair
            : throw new CryptographicException($"The key under '{id}' has another thumbprint.");
    }
}
