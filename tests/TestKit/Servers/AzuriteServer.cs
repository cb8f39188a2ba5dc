using System.Globalization;

namespace ProgramReview.TestKit.Servers;

/// <summary>An Azurite of its own in a folder of its own.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    // The account every copy of Azurite has; its key is in Azurite's documentation.
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly int[] ports = FreePort.Take(3);
    private NodeServer? server;

    private AzuriteServer() { }

    /// <summary>Where blobs are, over HTTP.</summary>
    public Uri Blobs => new($"http://127.0.0.1:{ports[0]}/{Account}");

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Blobs};"
        + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";

    /// <summary>One that listens, or null where Azurite is not installed.</summary>
    public static async Task<AzuriteServer?> StartAsync(params string[] options)
    {
        // What the local host starts its own with.
        if (
            NodeServer.Find("node_modules/azurite/dist/src/azurite.js") is not { } azurite
            || NodeServer.Find("local/Host/Azurite/azurite-child.cjs") is not { } child
        )
        {
            return null;
        }
        var started = new AzuriteServer();
        started.server = await NodeServer.StartAsync(
            started.ports,
            [
                child,
                azurite,
                "--blobHost",
                "127.0.0.1",
                "--queueHost",
                "127.0.0.1",
                "--tableHost",
                "127.0.0.1",
                "--blobPort",
                Text(started.ports[0]),
                "--queuePort",
                Text(started.ports[1]),
                "--tablePort",
                Text(started.ports[2]),
                "--location",
                started.folder.FullName,
                "--skipApiVersionCheck",
                "--silent",
                "--disableTelemetry",
                .. options,
            ]
        );
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
