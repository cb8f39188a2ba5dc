using System.Diagnostics;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The program as somebody runs it who has only a receipt and a file, anywhere and offline.</summary>
internal static class Verifier
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20) * Settings.Pace;

    /// <summary>Checks a receipt with its file.</summary>
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
            string[] arguments = ["verify", receiptPath, filePath];
            var start = Settings.Program is { } script
                ? new ProcessStartInfo(script, arguments)
                : new ProcessStartInfo("dotnet", [Places.Program, .. arguments]);
            start.WorkingDirectory = folder.FullName;
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Limit);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
