using System.Net;
using System.Net.Sockets;

namespace ProgramReview.TestKit;

/// <summary>
/// Ports nobody listens on, below the range from which the system serves others; each is given to one test only, and so are the few right above it,
/// which the local host takes for its storage.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int Step = 4;
    private const int Steps = 3_000;
    private static int next = Random.Shared.Next(Steps);

    public static int Take()
    {
        while (true)
        {
            var port = First + (Step * (int)((uint)Interlocked.Increment(ref next) % Steps));
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }

    public static int[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Take())];
}
