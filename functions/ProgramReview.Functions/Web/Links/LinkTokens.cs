using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Web.Links;

/// <summary>
/// Makes and checks capability tokens: <c>key.id.mac</c>, where the MAC is HMAC-SHA256 of the id. Only the id is stored, so that whoever
/// reads the store cannot open anything.
/// </summary>
public sealed class LinkTokens(IOptions<LinkOptions> options, IEntropy entropy)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 26;

    /// <summary>A fresh id of 130 random bits.</summary>
    public string NewId()
    {
        Span<byte> bytes = stackalloc byte[IdLength];
        entropy.Fill(bytes);
        var id = new char[IdLength];
        for (var i = 0; i < IdLength; i++)
        {
            id[i] = Alphabet[bytes[i] & 31];
        }
        return new string(id);
    }

    /// <summary>The token of an id: the same whenever it is asked for, as long as the key is current.</summary>
    public string TokenOf(string id)
    {
        var key = options.Value.CurrentKey;
        return $"{key}.{id}.{Mac(options.Value.Keys[key], id)}";
    }

    /// <summary>The id inside a genuine token, or null; takes the same time for every forgery.</summary>
    public string? IdOf(string? token)
    {
        if (
            token is not { Length: < 200 }
            || token.Split('.') is not [var key, { Length: IdLength } id, var mac]
            || !options.Value.Keys.TryGetValue(key, out var secret)
        )
        {
            return null;
        }
        var genuine = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Mac(secret, id)),
            Encoding.UTF8.GetBytes(mac)
        );
        return genuine ? id : null;
    }

    /// <summary>
    /// The number an approver types to confirm: it depends on the link and on what is decided, and stands on the page only, so that no
    /// program that follows links or submits forms can know it without reading like a person.
    /// </summary>
    /// <param name="id">The link's id.</param>
    /// <param name="about">What is decided: the dossier's hash.</param>
    public string ConfirmationOf(string id, string about)
    {
        var bytes = HMACSHA256.HashData(
            Convert.FromBase64String(options.Value.Keys[options.Value.CurrentKey]),
            Encoding.UTF8.GetBytes($"confirm:{id}:{about}")
        );
        return FormattableString.Invariant($"{1000 + BitConverter.ToUInt32(bytes) % 9000}");
    }

    /// <summary>A seal over a text that itself is not kept: the id of the current key, and an HMAC under it.</summary>
    /// <param name="text">Begins with what it is and a colon, so that no seal passes as another or as a token.</param>
    public (string Key, string Seal) Seal(string text)
    {
        var key = options.Value.CurrentKey;
        return (key, Mac(options.Value.Keys[key], text));
    }

    /// <summary>Whether the seal is over this text; takes the same time for every other. False once the key is gone.</summary>
    public bool IsSeal(string key, string seal, string text) =>
        options.Value.Keys.TryGetValue(key, out var secret)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Mac(secret, text)),
            Encoding.ASCII.GetBytes(seal)
        );

    private static string Mac(string secret, string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(
            HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes(text))
        );
}
