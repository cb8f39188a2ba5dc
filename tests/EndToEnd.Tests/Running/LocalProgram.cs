using System.Diagnostics;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The product started as a user starts it, on its own ports and in its own folder.</summary>
internal sealed class LocalProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly StreamWriter output;

    private LocalProgram(Process process, StreamWriter output, Uri address) =>
        (this.process, this.output, Address) = (process, output, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="name">What its output is called among the artifacts.</param>
    /// <param name="data">Its folder.</param>
    /// <param name="port">Where it shall answer.</param>
    /// <param name="options">More options of <c>up</c>.</param>
    public static async Task<LocalProgram> StartAsync(
        string name,
        string data,
        int port,
        params string[] options
    )
    {
        string[] arguments =
        [
            "up",
            "--port",
            $"{port}",
            "--data",
            data,
            "--speed",
            "1",
            .. options,
        ];
        var start = Settings.Program is { } script
            ? new ProcessStartInfo(script, arguments)
            : new ProcessStartInfo("dotnet", [Places.Program, .. arguments]);
        start.WorkingDirectory = SourceTree.Root;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var output = new StreamWriter(Path.Combine(Places.Artifacts, $"{name}.log"))
        {
            AutoFlush = true,
        };
        var program = new LocalProgram(
            Process.Start(start)!,
            output,
            new Uri($"http://127.0.0.1:{port}/")
        );
        program.process.OutputDataReceived += program.Keep;
        program.process.ErrorDataReceived += program.Keep;
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        try
        {
            await program.WaitUntilAnsweringAsync(name);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Asks it to end, by the signal that also reaches what a shell has started in the background. It must end by itself, gently or, on a
    /// machine too slow for that, at once, and leave no process behind.
    /// </summary>
    public async Task StopAsync()
    {
        var children = ProcessTree.ChildrenOf(process.Id);
        Assert.NotEmpty(children);
        using (var interrupt = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0 or 130, $"It ended with {process.ExitCode}.");
        Assert.DoesNotContain(children, ProcessTree.Lives);
    }

    /// <summary>Kills it, its storage or both, and waits until it has ended; without its storage it ends by itself and says so.</summary>
    public async Task KillAsync(Victims victims)
    {
        // Beside its storage it may have readers of files, which end with it.
        var storage = Assert.Single(
            ProcessTree.ChildrenOf(process.Id),
            child => ProcessTree.CommandOf(child).Contains("azurite", StringComparison.Ordinal)
        );
        foreach (var victim in victims.Of(process.Id, storage))
        {
            using var kill = Process.Start("kill", ["-KILL", $"{victim}"]);
            await kill.WaitForExitAsync();
        }
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>Ends it by force if it has not been stopped, so that a failed test leaves nothing running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
        lock (output)
        {
            output.Dispose();
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            if (line.Data is not null && output.BaseStream is { CanWrite: true })
            {
                output.WriteLine(line.Data);
            }
        }
    }

    private async Task WaitUntilAnsweringAsync(string name)
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Wait.ForAsync(
            $"the product to answer at {Address}; what it said stands in artifacts/e2e/{name}.log",
            async () =>
            {
                Assert.False(
                    process.HasExited,
                    $"The product ended at once; see artifacts/e2e/{name}.log."
                );
                try
                {
                    using var answer = await http.GetAsync("cycles");
                    return answer.IsSuccessStatusCode ? "up" : null;
                }
                catch (HttpRequestException)
                {
                    return null;
                }
            }
        );
    }
}
