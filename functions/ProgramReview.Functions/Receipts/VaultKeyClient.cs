using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Functions.Receipts;

/// <summary>The three calls to Key Vault's REST interface that receipts need.</summary>
internal sealed class VaultKeyClient
{
    private const string Version = "api-version=7.4";
    private const string Scope = "https://vault.azure.net/.default";
    private readonly HttpPipeline pipeline;
    private readonly Uri key;

    /// <summary>Makes a client for the key of the settings, with the app's identity.</summary>
    public VaultKeyClient(IOptions<ReceiptOptions> options, TokenCredential identity)
        : this(options.Value.VaultKeyUri!, identity, new VaultClientOptions()) { }

    /// <summary>Makes a client for a key.</summary>
    /// <param name="key">The key's address, without a version.</param>
    /// <param name="identity">Who signs.</param>
    /// <param name="options">Transport and retries.</param>
    internal VaultKeyClient(Uri key, TokenCredential identity, VaultClientOptions options)
    {
        this.key = key;
        pipeline = HttpPipelineBuilder.Build(
            options,
            new BearerTokenAuthenticationPolicy(identity, Scope)
        );
    }

    /// <summary>The newest version.</summary>
    public async Task<VaultKey> GetCurrentAsync(CancellationToken cancellation) =>
        Read(await SendAsync(RequestMethod.Get, $"{key}?{Version}", null, cancellation));

    /// <summary>One version by its address.</summary>
    public async Task<VaultKey> GetAsync(Uri version, CancellationToken cancellation) =>
        Read(await SendAsync(RequestMethod.Get, $"{version}?{Version}", null, cancellation));

    /// <summary>The addresses of all versions.</summary>
    public async Task<IReadOnlyList<Uri>> ListVersionsAsync(CancellationToken cancellation)
    {
        var versions = new List<Uri>();
        for (var page = $"{key}/versions?{Version}"; page is not null; )
        {
            var answer = await SendAsync(RequestMethod.Get, page, null, cancellation);
            versions.AddRange(
                answer.GetProperty("value").EnumerateArray().Select(one => AddressIn(one))
            );
            page = answer.TryGetProperty("nextLink", out var next) ? next.GetString() : null;
            // The bearer's token goes to the vault alone, whatever an answer says.
            if (page is not null && new Uri(page).Authority != key.Authority)
            {
                throw new InvalidDataException($"Key Vault's list leads elsewhere: {page}");
            }
        }
        return versions;
    }

    /// <summary>Signs a SHA-256 digest.</summary>
    /// <returns>Raw <c>r || s</c>.</returns>
    public async Task<byte[]> SignAsync(Uri version, byte[] digest, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { alg = Jws.Es256, value = StrictBase64Url.Write(digest) }
        );
        var answer = await SendAsync(
            RequestMethod.Post,
            $"{version}/sign?{Version}",
            body,
            cancellation
        );
        return StrictBase64Url.Read(answer.GetProperty("value").GetString() ?? "")
            ?? throw new InvalidDataException("Key Vault's signature is not base64url.");
    }

    private async Task<JsonElement> SendAsync(
        RequestMethod method,
        string address,
        byte[]? body,
        CancellationToken cancellation
    )
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.Add("Accept", "application/json");
        if (body is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(body);
        }
        await pipeline.SendAsync(message, cancellation);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }
        using var document = JsonDocument.Parse(message.Response.Content);
        return document.RootElement.Clone();
    }

    private static VaultKey Read(JsonElement answer)
    {
        var jwk = answer.GetProperty("key");
        var found =
            jwk.GetProperty("kty").GetString() is "EC" or "EC-HSM"
            && jwk.GetProperty("crv").GetString() == "P-256"
                ? ReceiptKey.Find(
                    jwk.GetProperty("x").GetString(),
                    jwk.GetProperty("y").GetString()
                )
                : null;
        var address = AddressIn(jwk);
        return new VaultKey(
            address,
            found
                ?? throw new InvalidDataException(
                    $"{address} is no key on P-256: receipts need one (kty EC, crv P-256)."
                )
        );
    }

    private static Uri AddressIn(JsonElement one) =>
        new(
            one.GetProperty("kid").GetString()
                ?? throw new InvalidDataException("Key Vault names a key without a kid.")
        );
}
