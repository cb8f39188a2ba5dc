using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ProgramReview.Local.Host.Azurite;

/// <summary>A storage emulator of our own, on chosen ports; what it has answered is on the disk, so it may be ended at any time.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly AzuriteLog log;
    private readonly TaskCompletionSource<string> failure = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private bool stopping;

    private AzuriteProcess(Process process, AzuriteLog log, AzuritePorts ports)
    {
        (this.process, this.log, Ports) = (process, log, ports);
        // It ends with its input; one that hangs would not hear of that.
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    /// <summary>Where it listens.</summary>
    public AzuritePorts Ports { get; }

    /// <summary>Ends when it has ended by itself, and says in one line what is known.</summary>
    public Task<string> Failure => failure.Task;

    /// <summary>Starts Azurite and waits until all three services answer, however long that takes.</summary>
    /// <param name="root">The folder that holds node_modules.</param>
    /// <param name="data">The folder for its files and its log.</param>
    /// <param name="ports">Where it shall listen.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="tell">Hears now and then that it is still waited for.</param>
    public static async Task<AzuriteProcess> StartAsync(
        string root,
        DataFolder data,
        AzuritePorts ports,
        CancellationToken cancellationToken,
        Action<string>? tell = null
    )
    {
        var entry = Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(entry))
        {
            throw new StartException(
                $"Azurite is not installed: run 'npm ci' in {root}, or start through ./review, which does."
            );
        }

        var former = new LeftBehind(data.File("azurite.pid"));
        former.End();
        var log = new AzuriteLog(data.File("logs", "azurite.log"));
        var process = Launch(entry, data.Folder("azurite"), ports, log);
        var azurite = new AzuriteProcess(process, log, ports);
        try
        {
            former.Remember(process);
            await azurite.WaitUntilAnsweringAsync(tell, cancellationToken);
            _ = azurite.WatchAsync();
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        stopping = true;
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        log.Dispose();
    }

    private void Kill(object? sender, EventArgs exit) => process.Kill();

    private static Process Launch(string entry, string location, AzuritePorts ports, AzuriteLog log)
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
        process.OutputDataReceived += (_, line) => log.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => log.Keep(line.Data);
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

    private async Task WaitUntilAnsweringAsync(
        Action<string>? tell,
        CancellationToken cancellationToken
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        var told = TimeSpan.Zero;
        foreach (var port in Ports.All)
        {
            while (!await AnswersAsync(port, cancellationToken))
            {
                if (process.HasExited)
                {
                    await process.WaitForExitAsync(cancellationToken);
                    throw new StartException(
                        $"Azurite ended at its start with code {process.ExitCode}; {log.Heard}"
                    );
                }

                var waited = TimeProvider.System.GetElapsedTime(began);
                if (waited - told > Patience)
                {
                    told = waited;
                    tell?.Invoke(
                        $"Still waiting for Azurite, {waited.TotalSeconds:F0} s so far; {log.Heard}"
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

    private async Task WatchAsync()
    {
        await process.WaitForExitAsync();
        if (!stopping)
        {
            failure.SetResult(
                $"Azurite ended by itself with code {process.ExitCode}; nothing that it answered is lost, start again. {log.Heard}"
            );
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
