using System.Net;
using System.Net.Sockets;

namespace ProgramReview.Adapters.Tests.Servers;

/// <summary>A mail server that gives one command an answer of the test's choice.</summary>
internal sealed class GrumpySmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    public GrumpySmtp(string command, string answer)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync(command, answer);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await serving;
        listener.Dispose();
    }

    private async Task ServeAsync(string command, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream())
        {
            AutoFlush = true,
            NewLine = "\r\n",
        };
        await writer.WriteLineAsync("220 grumpy");
        var inData = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (inData && line != ".")
            {
                continue;
            }
            var said = inData ? "END" : line.Split(' ', ':')[0];
            inData = said == "DATA" && command != "DATA";
            await writer.WriteLineAsync(
                said == command ? answer
                : inData ? "354 go on"
                : said == "EHLO" ? "250-grumpy\r\n250 ENHANCEDSTATUSCODES"
                : "250 fine"
            );
        }
    }
}
