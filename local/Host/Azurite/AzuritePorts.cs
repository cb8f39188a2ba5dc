using System.Net;
using System.Net.Sockets;

namespace ProgramReview.Local.Host.Azurite;

/// <summary>Where a local Azurite listens.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Azurite's one account; its key is public and the same everywhere.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>All three.</summary>
    public IReadOnlyList<int> All => [Blob, Queue, Table];

    /// <summary>The connection string for the storage clients.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Queue}/{Account};TableEndpoint=http://127.0.0.1:{Table}/{Account};";

    /// <summary>The three ports after a given one, or any three free ones when one of those is taken.</summary>
    public static AzuritePorts After(int port)
    {
        var next = new AzuritePorts(port + 1, port + 2, port + 3);
        return port > 0 && next.All.All(IsFree) ? next : AnyFree();
    }

    /// <summary>Whether nobody listens on a port of this machine's loopback address.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port)
            {
                ExclusiveAddressUse = true,
            };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static AzuritePorts AnyFree()
    {
        var listeners = Enumerable
            .Range(0, 3)
            .Select(_ => new TcpListener(IPAddress.Loopback, 0))
            .ToArray();
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            var ports = listeners
                .Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)
                .ToArray();
            return new AzuritePorts(ports[0], ports[1], ports[2]);
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }
}
