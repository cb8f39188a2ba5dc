using System.Diagnostics;
using System.Text;

namespace ProgramReview.TestKit;

/// <summary>A program that ran to its end.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>All that it said, its complaints last.</summary>
    public string Said => Output + Errors;

    /// <summary>Runs it from the repository's root, or where the start says; one that says nothing for too long is killed with all it has started.</summary>
    public static async Task<ProgramRun> ToEndAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        if (start.WorkingDirectory.Length == 0)
        {
            start.WorkingDirectory = SourceTree.Root;
        }
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Waiting.Patience);
        var output = ReadAsync(process.StandardOutput, patience);
        var errors = ReadAsync(process.StandardError, patience);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"{start.FileName} has said nothing for {Waiting.Patience} and not ended; before, it said:\n{await output}{await errors}"
            );
        }
        return new(process.ExitCode, await output, await errors);
    }

    // Each piece gives it time anew.
    private static async Task<string> ReadAsync(StreamReader from, CancellationTokenSource patience)
    {
        var said = new StringBuilder();
        var piece = new char[4096];
        while (await from.ReadAsync(piece) is > 0 and var length)
        {
            said.Append(piece, 0, length);
            patience.CancelAfter(Waiting.Patience);
        }
        return said.ToString();
    }
}
