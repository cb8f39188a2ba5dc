using System.Diagnostics;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests.Running;

/// <summary><c>review up</c> in a process of its own, with what it says; nothing it has started outlives it.</summary>
internal sealed class UpProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];
    private readonly Lock gate = new();
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private UpProcess(Process process) => this.process = process;

    /// <summary>All it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>It and all it has started.</summary>
    public IReadOnlyList<int> Everybody => [process.Id, .. ProcessTree.ChildrenOf(process.Id)];

    public static UpProcess Start(string data, int port, params string[] options)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(UpCommand).Assembly.Location,
                "up",
                "--data",
                data,
                "--port",
                $"{port}",
                .. options,
            ]
        )
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var up = new UpProcess(Process.Start(start)!);
        up.process.OutputDataReceived += up.Hear;
        up.process.ErrorDataReceived += up.Hear;
        up.process.BeginOutputReadLine();
        up.process.BeginErrorReadLine();
        return up;
    }

    /// <summary>Waits until it says something, for as long as it lives.</summary>
    public async Task HearAsync(string words)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (said.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                {
                    return;
                }
                next = more.Task;
            }
            var ended = process.WaitForExitAsync();
            Assert.True(
                await Task.WhenAny(next, ended) == next
                    || Said.Contains(words, StringComparison.Ordinal),
                $"It ended and never said '{words}':\n{Said}"
            );
        }
    }

    /// <summary>Waits for its end; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (gate)
        {
            if (line.Data is not null)
            {
                said.Add(line.Data);
            }
            more.SetResult();
            more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
