using System.Diagnostics;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The program's commands, run anywhere and offline.</summary>
internal static class Verifier
{
    /// <summary>Checks a receipt with its file, as somebody does who has nothing else.</summary>
    /// <returns>The exit code, and what was said.</returns>
    public static async Task<(int ExitCode, string Said)> RunAsync(byte[] receipt, byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("review-verify-");
        try
        {
            var receiptPath = Path.Combine(folder.FullName, "receipt.json");
            var filePath = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(receiptPath, receipt);
            await File.WriteAllBytesAsync(filePath, file);
            return await RunAsync("verify", receiptPath, filePath);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a command of the program to its end, outside the repository.</summary>
    /// <returns>The exit code, and what was said.</returns>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        var start = Settings.Program is { } script
            ? new ProcessStartInfo(script, arguments)
            : new ProcessStartInfo("dotnet", [Places.Program, .. arguments]);
        start.WorkingDirectory = Path.GetTempPath();
        var run = await ProgramRun.ToEndAsync(start);
        return (run.ExitCode, run.Said);
    }
}
