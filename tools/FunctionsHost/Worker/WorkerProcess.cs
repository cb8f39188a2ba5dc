using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.App;

namespace ProgramReview.FunctionsHost.Worker;

/// <summary>The app's own process, started as a Functions host starts it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>Finished when it has ended, for whatever reason; its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Starts it.</summary>
    public static WorkerProcess Start(
        PublishedApp app,
        IReadOnlyDictionary<string, string> settings,
        Uri host,
        ILogger log
    )
    {
        var workerId = Guid.NewGuid().ToString();
        var requestId = Guid.NewGuid().ToString();
        var length = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            app.Program,
            "--host",
            host.Host,
            "--port",
            host.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId",
            workerId,
            "--requestId",
            requestId,
            "--grpcMaxMessageLength",
            length,
            "--functions-uri",
            host.ToString(),
            "--functions-worker-id",
            workerId,
            "--functions-request-id",
            requestId,
            "--functions-grpc-max-message-length",
            length,
        ];
        var start = new ProcessStartInfo(app.Executable, arguments)
        {
            WorkingDirectory = app.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process);

        void Write(string? line)
        {
            if (line is { Length: > 0 })
            {
                log.LogInformation("{Line}", line);
            }
        }
    }

    /// <summary>Waits for its end, and makes an end of it when that takes too long.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan grace)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(grace);
            return true;
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();
}
