using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ProgramReview.Core.Receipts;

/// <summary>
/// A public key that receipts are checked with: a point on P-256. Its id is its thumbprint (RFC 7638), so that a receipt that names the
/// id names this very key.
/// </summary>
public sealed record ReceiptKey
{
    private const int CoordinateSize = 32;

    private ReceiptKey(string x, string y)
    {
        (X, Y) = (x, y);
        // The members in this order and nothing else: that is what RFC 7638 hashes.
        var text = $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        Id = StrictBase64Url.Write(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>The thumbprint: 43 characters.</summary>
    public string Id { get; }

    /// <summary>The x coordinate in base64url.</summary>
    public string X { get; }

    /// <summary>The y coordinate in base64url.</summary>
    public string Y { get; }

    /// <summary>The public half of a key pair.</summary>
    public static ReceiptKey Of(ECDsa pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new ReceiptKey(StrictBase64Url.Write(point.X), StrictBase64Url.Write(point.Y));
    }

    /// <summary>The key with these coordinates, or null if they are not two canonical numbers of 32 bytes.</summary>
    public static ReceiptKey? Find(string? x, string? y) =>
        x is not null
        && y is not null
        && StrictBase64Url.Read(x)?.Length == CoordinateSize
        && StrictBase64Url.Read(y)?.Length == CoordinateSize
            ? new ReceiptKey(x, y)
            : null;

    /// <summary>Whether this key made the signature over exactly these bytes.</summary>
    /// <param name="input">What was signed.</param>
    /// <param name="signature">Raw <c>r || s</c>, the lower s.</param>
    public bool Verifies(ReadOnlySpan<byte> input, ReadOnlySpan<byte> signature)
    {
        if (!EcdsaSignature.IsChosen(signature))
        {
            return false;
        }
        try
        {
            using var key = ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = StrictBase64Url.Read(X), Y = StrictBase64Url.Read(Y) },
                }
            );
            return key.VerifyData(
                input,
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
        }
        catch (CryptographicException)
        {
            // The coordinates are no point of the curve: such a key verifies nothing.
            return false;
        }
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kty", "EC");
        json.WriteString("crv", "P-256");
        json.WriteString("x", X);
        json.WriteString("y", Y);
        json.WriteString("kid", Id);
        json.WriteString("use", "sig");
        json.WriteString("alg", Jws.Es256);
        json.WriteEndObject();
    }

    // A key that says of itself what is not so is not taken.
    internal static ReceiptKey? Read(JsonElement jwk)
    {
        if (
            jwk.ValueKind != JsonValueKind.Object
            || Text(jwk, "kty") != "EC"
            || Text(jwk, "crv") != "P-256"
            || Find(Text(jwk, "x"), Text(jwk, "y")) is not { } key
        )
        {
            return null;
        }
        return (Text(jwk, "kid") ?? key.Id) == key.Id ? key : null;
    }

    private static string? Text(JsonElement jwk, string name) =>
        jwk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
