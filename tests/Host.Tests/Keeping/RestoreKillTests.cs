using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;

namespace ProgramReview.Host.Tests.Keeping;

/// <summary>The command in a process of its own, killed while it writes: run again it finishes, and nothing is there twice.</summary>
[Collection("Console")]
public sealed class RestoreKillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_it_writes_it_finishes_when_it_is_run_again()
    {
        await using var lost = await SmallCycle.BeginAsync();
        var export = await lost.ExportAsync();
        var folder = Directory.CreateTempSubdirectory("restore-kill-");
        var file = Path.Combine(folder.FullName, "export.jsonl");
        await File.WriteAllTextAsync(file, export, Cancel);
        var data = Path.Combine(folder.FullName, "data");

        // Each time a little later after it has begun to write.
        var kills = 0;
        for (var pause = 0; !await RestoreAsync(file, data, pause); pause = (pause * 2) + 40)
        {
            kills++;
        }
        Assert.InRange(kills, 1, 20);

        await using var storage = await Local.Host.Keeping.OpenedStorage.OfFolderAsync(
            new LocalProduct(),
            data,
            Cancel
        );
        Assert.Equal(
            Bench.LinesOf(export).Order(StringComparer.Ordinal),
            Bench
                .LinesOf(
                    await SmallCycle.TextOf(storage.Services.GetRequiredService<AuditExport>())
                )
                .Order(StringComparer.Ordinal)
        );
        folder.Delete(recursive: true);
    }

    // Whether it came to its end before it was killed, its storage with it.
    private static async Task<bool> RestoreAsync(string file, string data, int pause)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(UpCommand).Assembly.Location, "audit", "restore", file, "--data", data]
        )
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync(Cancel);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Writing ", StringComparison.Ordinal))
            {
                await Task.WhenAny(process.WaitForExitAsync(Cancel), Task.Delay(pause, Cancel));
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync(Cancel);
                    return false;
                }
            }
        }
        await process.WaitForExitAsync(Cancel);
        // The one before was killed when all was done but its last look: then there is nothing left to write.
        var why = await complaints;
        Assert.True(
            process.ExitCode == 0 || why.Contains("is not empty", StringComparison.Ordinal),
            string.Join('\n', said) + why
        );
        return true;
    }
}
