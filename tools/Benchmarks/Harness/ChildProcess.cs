using System.Diagnostics;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>Runs a hidden command of this program in a process of its own.</summary>
internal static class ChildProcess
{
    /// <summary>What the process printed; one that fails is an exception with what it said.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{arguments[0]}' failed: {await errors}");
    }
}
