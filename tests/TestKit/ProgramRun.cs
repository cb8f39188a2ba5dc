using System.Diagnostics;

namespace ProgramReview.TestKit;

/// <summary>A program that ran to its end.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>All that it said, its complaints last.</summary>
    public string Said => Output + Errors;

    /// <summary>Runs it from the repository's root, or where the start says, however long it takes; when the test ends first, it is killed with all it has started.</summary>
    public static async Task<ProgramRun> ToEndAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        if (start.WorkingDirectory.Length == 0)
        {
            start.WorkingDirectory = SourceTree.Root;
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{start.FileName} has not ended; it said:\n{await output}{await errors}"
            );
        }
        return new(process.ExitCode, await output, await errors);
    }
}
