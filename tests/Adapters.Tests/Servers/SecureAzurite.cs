using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Adapters.Tests.Servers;

/// <summary>Azurite's blobs as in Azure: over TLS, opened with an identity, which may borrow keys to sign with.</summary>
public sealed class SecureAzurite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-tls-");
    private readonly X509Certificate2 certificate = Certify();
    private AzuriteServer? server;
    private ServiceProvider? services;

    /// <summary>The product's storage services on it.</summary>
    public IServiceProvider Services => Needed.Or(services, "Azurite");

    /// <summary>Calls it, and nobody who shows another certificate.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var (cert, key) = (In("cert.pem"), In("key.pem"));
        await File.WriteAllTextAsync(cert, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(
            key,
            certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()
        );
        server = await AzuriteServer.StartAsync("--oauth", "basic", "--cert", cert, "--key", key);
        if (server is null)
        {
            return;
        }
        Http = new HttpClient(
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (_, shown, _, _) =>
                    shown?.Thumbprint == certificate.Thumbprint,
            }
        );
        services = Open(new UriBuilder(server.Blobs) { Scheme = Uri.UriSchemeHttps }.Uri);
        await services
            .GetRequiredService<BlobServiceClient>()
            .CreateBlobContainerAsync(StorageNames.SubmissionsContainer);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }
        if (server is not null)
        {
            Http.Dispose();
            await server.DisposeAsync();
        }
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private string In(string file) => Path.Combine(folder.FullName, file);

    // As in Azure: addresses and an identity, no key. Only the trust in the certificate is the test's.
    private ServiceProvider Open(Uri blobs)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:BlobServiceUri", blobs.AbsoluteUri),
                new("Storage:TableServiceUri", blobs.AbsoluteUri),
                new("Storage:QueueServiceUri", blobs.AbsoluteUri),
            ])
            .Build();
        return new ServiceCollection()
            .AddAzureStorage(configuration)
            .AddSingleton(
                new BlobServiceClient(
                    blobs,
                    new Identity(),
                    new BlobClientOptions { Transport = new HttpClientTransport(Http) }
                )
            )
            .BuildServiceProvider();
    }

    private static X509Certificate2 Certify()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=127.0.0.1",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>A token with all that Azurite looks at; nobody has signed it, and it asks for no signature.</summary>
    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            var now = TimeProvider.System.GetUtcNow();
            var tenant = Guid.Empty;
            var claims = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    aud = "https://storage.azure.com",
                    iss = $"https://sts.windows.net/{tenant}/",
                    tid = tenant,
                    oid = Guid.Empty,
                    iat = now.AddMinutes(-5).ToUnixTimeSeconds(),
                    nbf = now.AddMinutes(-5).ToUnixTimeSeconds(),
                    exp = now.AddHours(1).ToUnixTimeSeconds(),
                }
            );
            string[] parts =
            [
                Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8),
                Base64Url.EncodeToString(claims),
                Base64Url.EncodeToString("unsigned"u8),
            ];
            return new AccessToken(string.Join('.', parts), now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
