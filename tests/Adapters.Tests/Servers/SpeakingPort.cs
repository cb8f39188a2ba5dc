using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProgramReview.Adapters.Tests.Servers;

/// <summary>A port at which somebody says one thing to whoever comes, or nothing at all, and hears all that is said to it.</summary>
internal sealed class SpeakingPort : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly string? answer;

    public SpeakingPort(string? answer)
    {
        this.answer = answer;
        listener.Start();
        _ = SpeakAsync();
    }

    public Uri Address =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"
            )
        );

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task SpeakAsync()
    {
        try
        {
            using var guest = await listener.AcceptTcpClientAsync(stop.Token);
            var line = guest.GetStream();
            var hearing = line.CopyToAsync(Stream.Null, stop.Token);
            if (answer is not null)
            {
                await line.WriteAsync(Encoding.ASCII.GetBytes(answer), stop.Token);
                guest.Client.Shutdown(SocketShutdown.Send);
            }
            await hearing;
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The guest has left, or the test.
        }
    }
}
