using System.Net;
using System.Net.Sockets;

namespace ProgramReview.EndToEnd.Tests.Running;

internal static class FreePort
{
    /// <summary>A port below the range from which the system serves others.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}
