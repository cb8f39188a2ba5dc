using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ProgramReview.TestKit.Servers;

/// <summary>A clamd with a folder, a socket, a port and signatures of its own: it knows the test file of EICAR and nothing else.</summary>
public sealed class Clamd : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("clamd-");
    private readonly int port = FreePort.Take();
    private Process? process;

    private Clamd() { }

    /// <summary>
    /// What every scanner finds, though it does no harm. It is put together here, so that no scanner finds it in this file.
    /// </summary>
    public static byte[] Eicar { get; } =
        Encoding.ASCII.GetBytes(
            @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
        );

    /// <summary>What this one calls it.</summary>
    public static string EicarName => "Test.Eicar.UNOFFICIAL";

    /// <summary>The most bytes that it looks at.</summary>
    public static int MostBytes => 1024 * 1024;

    /// <summary>Where it listens on this machine.</summary>
    public Uri Socket => new($"unix://{folder.FullName}/clamd.sock");

    /// <summary>Where it listens on the network, which here ends at this machine.</summary>
    public Uri Tcp => new(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{port}"));

    /// <summary>One that answers, or null where ClamAV is not installed.</summary>
    public static async Task<Clamd?> StartAsync()
    {
        if (!File.Exists(Program))
        {
            return null;
        }
        var clamd = new Clamd();
        await clamd.WriteAsync();
        await clamd.GoOnAsync();
        return clamd;
    }

    /// <summary>Starts it again after it was stopped.</summary>
    public async Task GoOnAsync()
    {
        process = Process.Start(
            new ProcessStartInfo(Program, ["-F", "-c", Path.Combine(folder.FullName, "clamd.conf")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync())
        {
            Assert.False(process.HasExited, $"clamd ended and said:\n{said}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends it, as if its machine had lost power.</summary>
    public async Task StopAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await StopAsync();
        }
        folder.Delete(recursive: true);
    }

    private async Task WriteAsync()
    {
        var signatures = folder.CreateSubdirectory("signatures").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(signatures, "own.ndb"),
            $"Test.Eicar:0:*:{Convert.ToHexStringLower(Eicar)}\n"
        );
        await File.WriteAllLinesAsync(
            Path.Combine(folder.FullName, "clamd.conf"),
            [
                $"DatabaseDirectory {signatures}",
                $"LocalSocket {folder.FullName}/clamd.sock",
                "TCPAddr 127.0.0.1",
                string.Create(CultureInfo.InvariantCulture, $"TCPSocket {port}"),
                string.Create(CultureInfo.InvariantCulture, $"StreamMaxLength {MostBytes}"),
                $"TemporaryDirectory {folder.FullName}",
                "SelfCheck 0",
            ]
        );
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
            using var unix = new System.Net.Sockets.Socket(
                AddressFamily.Unix,
                SocketType.Stream,
                ProtocolType.Unspecified
            );
            await unix.ConnectAsync(
                new UnixDomainSocketEndPoint(Socket.AbsolutePath),
                TestContext.Current.CancellationToken
            );
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
