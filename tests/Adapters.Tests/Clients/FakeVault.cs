using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Adapters.Tests.Clients;

/// <summary>Answers as Key Vault does: the newest version, one version, the list of versions in pages of one, and signatures.</summary>
internal sealed class FakeVault : HttpMessageHandler
{
    public const string KeyAddress = "https://vault.vault.azure.net/keys/receipts";
    private readonly List<(string Version, ECDsa Pair)> versions = [];

    /// <summary>Every call, as method and path.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>How many of the next calls fail as an overloaded vault's do.</summary>
    public int Overloaded { get; set; }

    public ReceiptKey Rotate()
    {
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        versions.Add(($"{versions.Count + 1:x32}", pair));
        return ReceiptKey.Of(pair);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var address = request.RequestUri!;
        Calls.Add($"{request.Method} {address.AbsolutePath}");
        Assert.Equal("Bearer", request.Headers.Authorization!.Scheme);
        Assert.Contains("api-version=7.4", address.Query, StringComparison.Ordinal);
        if (Overloaded > 0)
        {
            Overloaded--;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }
        return address.Segments[3..] switch
        {
            [] => Answer(Described(versions[^1])),
            ["versions"] => Answer(Page(address)),
            [var version] => Answer(Described(Find(version))),
            [var version, "sign"] when request.Method == HttpMethod.Post => Answer(
                Sign(Find(version.TrimEnd('/')), await ReadAsync(request, cancellationToken))
            ),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    protected override void Dispose(bool disposing)
    {
        versions.ForEach(version => version.Pair.Dispose());
        base.Dispose(disposing);
    }

    private (string Version, ECDsa Pair) Find(string version) =>
        versions.Single(one => one.Version == version);

    private object Page(Uri address)
    {
        var at = address.Query.Split("skip=") is [_, var skip] ? int.Parse(skip, null) : 0;
        return new
        {
            value = new[] { new { kid = $"{KeyAddress}/{versions[at].Version}" } },
            nextLink = at + 1 < versions.Count
                ? $"{KeyAddress}/versions?api-version=7.4&skip={at + 1}"
                : null,
        };
    }

    private static object Described((string Version, ECDsa Pair) one)
    {
        var key = ReceiptKey.Of(one.Pair);
        return new
        {
            key = new
            {
                kid = $"{KeyAddress}/{one.Version}",
                kty = "EC",
                key_ops = new[] { "sign", "verify" },
                crv = "P-256",
                x = key.X,
                y = key.Y,
            },
            attributes = new { enabled = true },
        };
    }

    private static object Sign((string Version, ECDsa Pair) one, JsonElement asked)
    {
        Assert.Equal("ES256", asked.GetProperty("alg").GetString());
        var digest = StrictBase64Url.Read(asked.GetProperty("value").GetString()!)!;
        Assert.Equal(32, digest.Length);
        var signature = one.Pair.SignHash(
            digest,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return new
        {
            kid = $"{KeyAddress}/{one.Version}",
            value = StrictBase64Url.Write(signature),
        };
    }

    private static async Task<JsonElement> ReadAsync(
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        using var document = JsonDocument.Parse(
            await request.Content!.ReadAsStringAsync(cancellation)
        );
        return document.RootElement.Clone();
    }

    private static HttpResponseMessage Answer(object body) =>
        new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                JsonSerializer.Serialize(body),
                Encoding.UTF8,
                "application/json"
            ),
        };
}
