using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ProgramReview.Local.Host.Azurite;

/// <summary>A storage emulator of our own: started on chosen ports, and stopped so gently that no write is lost.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly StreamWriter log;

    private AzuriteProcess(Process process, StreamWriter log, AzuritePorts ports) =>
        (this.process, this.log, Ports) = (process, log, ports);

    /// <summary>Where it listens.</summary>
    public AzuritePorts Ports { get; }

    /// <summary>Starts Azurite and waits until all three services answer.</summary>
    /// <param name="root">The folder that holds node_modules.</param>
    /// <param name="data">The folder for its files and its log.</param>
    /// <param name="ports">Where it shall listen.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<AzuriteProcess> StartAsync(
        string root,
        DataFolder data,
        AzuritePorts ports,
        CancellationToken cancellationToken
    )
    {
        var entry = Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(entry))
        {
            throw new StartException(
                $"Azurite is not installed: run 'npm ci' in {root}, or start through ./review, which does."
            );
        }

        var pidFile = data.File("azurite.pid");
        await WaitForEndOfFormerAsync(pidFile, cancellationToken);
        var log = new StreamWriter(data.File("logs", "azurite.log"), append: true)
        {
            AutoFlush = true,
        };
        var process = Launch(entry, data.Folder("azurite"), ports, log);
        var azurite = new AzuriteProcess(process, log, ports);
        try
        {
            await File.WriteAllTextAsync(
                pidFile,
                process.Id.ToString(CultureInfo.InvariantCulture),
                cancellationToken
            );
            await azurite.WaitUntilAnsweringAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to end, which it does by itself when its input closes, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        process.Dispose();
        await log.DisposeAsync();
    }

    private static Process Launch(
        string entry,
        string location,
        AzuritePorts ports,
        StreamWriter log
    )
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Azurite", "azurite-child.cjs"),
            entry,
            "--silent",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--location",
            location,
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            Text(ports.Blob),
            "--queueHost",
            "127.0.0.1",
            "--queuePort",
            Text(ports.Queue),
            "--tableHost",
            "127.0.0.1",
            "--tablePort",
            Text(ports.Table),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        var writing = new Lock();
        void Write(object sender, DataReceivedEventArgs line)
        {
            lock (writing)
            {
                if (line.Data is not null && log.BaseStream is not null)
                {
                    log.WriteLine(line.Data);
                }
            }
        }

        process.OutputDataReceived += Write;
        process.ErrorDataReceived += Write;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new StartException(
                "Node.js is not there, and local storage needs it: install Node.js 20 or later and start again."
            );
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task WaitUntilAnsweringAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var port in Ports.All)
        {
            while (!await AnswersAsync(port, cancellationToken))
            {
                if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > StartLimit)
                {
                    throw new StartException(
                        $"Azurite did not start; its log says why: {((FileStream)log.BaseStream).Name}"
                    );
                }

                await Task.Delay(
                    TimeSpan.FromMilliseconds(50),
                    TimeProvider.System,
                    cancellationToken
                );
            }
        }
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>An Azurite whose host was killed is still ending; two on one folder would spoil it.</summary>
    private static async Task WaitForEndOfFormerAsync(
        string pidFile,
        CancellationToken cancellationToken
    )
    {
        if (
            !File.Exists(pidFile)
            || !int.TryParse(
                await File.ReadAllTextAsync(pidFile, cancellationToken),
                CultureInfo.InvariantCulture,
                out var id
            )
        )
        {
            return;
        }

        var began = TimeProvider.System.GetTimestamp();
        while (IsNode(id) && TimeProvider.System.GetElapsedTime(began) < StopLimit)
        {
            await Task.Delay(
                TimeSpan.FromMilliseconds(100),
                TimeProvider.System,
                cancellationToken
            );
        }
    }

    private static bool IsNode(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited
                && process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
