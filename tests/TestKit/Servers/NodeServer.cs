using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ProgramReview.TestKit.Servers;

/// <summary>A program of Node.js in the repository that listens on ports; stopped gently.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private NodeServer(Process process) => this.process = process;

    /// <summary>Where a program of the repository is, or null if it is not installed.</summary>
    public static string? Find(string script) =>
        SourceTree.PathOf(script) is var path && File.Exists(path) ? path : null;

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<NodeServer> StartAsync(
        IReadOnlyList<int> ports,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new NodeServer(Process.Start(start)!);
        server.process.OutputDataReceived += server.Hear;
        server.process.ErrorDataReceived += server.Hear;
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        foreach (var port in ports)
        {
            await server.WaitForAsync(port);
        }
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // The local host's Azurite ends with its input and hears no signal.
            process.StandardInput.Close();
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync().WaitAsync(Waiting.Patience);
        }
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line) => said.Enqueue(line.Data ?? "");

    private async Task WaitForAsync(int port)
    {
        while (!await ListensAsync(port))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"{process.StartInfo.ArgumentList[0]} does not listen on {port}: {string.Join('\n', said)}"
                );
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
