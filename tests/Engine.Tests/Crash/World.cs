using System.Diagnostics;
using System.Globalization;

namespace ProgramReview.Crash.Tests;

/// <summary>A folder with a store, in which a program works and dies until all is done.</summary>
internal sealed class World : IDisposable
{
    private const int Killed = 137;
    private static readonly string Program = Path.ChangeExtension(
        typeof(Fate).Assembly.Location,
        ".dll"
    );

    public string Folder { get; } = Directory.CreateTempSubdirectory("crash-").FullName;

    public string StorePath => Path.Combine(Folder, "engine.db");

    /// <summary>How often the program has been started here.</summary>
    public int Lives { get; private set; }

    public IEnumerable<string> Effects => File.ReadLines(Path.Combine(Folder, "effects.log"));

    /// <summary>Runs the program until it ends; with an instant it is killed from outside then, wherever it is.</summary>
    public async Task<Ending> LiveAsync(Fate fate, TimeSpan? kill = null)
    {
        Lives++;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Program,
                Folder,
                fate.At.ToString(),
                fate.Count.ToString(CultureInfo.InvariantCulture),
                fate.TakesUnsynced.ToString(),
                fate.Seed.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            var started = await process.StandardOutput.ReadLineAsync(limit.Token);
            if (kill is { } after)
            {
                using var early = new CancellationTokenSource(after);
                await process
                    .WaitForExitAsync(early.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                process.Kill();
            }

            await process.WaitForExitAsync(limit.Token);
            return new(
                process.ExitCode == Killed,
                process.ExitCode,
                started ?? "",
                (await said).Trim()
            );
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"The program did not end with {fate} in {Folder}.");
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>How a life ended.</summary>
/// <param name="WasKilled">Whether by a kill.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Started">What it said when its engine had started.</param>
/// <param name="Said">What it complained of.</param>
internal sealed record Ending(bool WasKilled, int Code, string Started, string Said);
