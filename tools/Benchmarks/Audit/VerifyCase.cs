using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Benchmarks.Audit;

/// <summary>A process of its own verifies the export of a whole cycle: every chain, and every anchor against the chains.</summary>
/// <param name="Assignments">How many chains.</param>
/// <param name="Days">How many anchors.</param>
internal sealed record VerifyCase(int Assignments, int Days)
{
    private const string Part = "audit-verify-process";
    private const double MostSeconds = 30;
    private const double MostMegabytes = 512;

    /// <summary>What the process of its own runs.</summary>
    public static Command Command
    {
        get
        {
            var path = new Argument<string>("export");
            var command = new Command(Part) { path };
            command.SetAction(
                (parsed, cancellation) => VerifyAsync(parsed.GetRequiredValue(path), cancellation)
            );
            return command;
        }
    }

    public string Name => $"audit-verify-{Assignments}";

    public async Task<Measurement> MeasureAsync()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("export.jsonl");
        await using (var writer = new StreamWriter(path))
        {
            await AuditFile.WriteAsync(
                SyntheticRecord.Lines(Assignments, Days).ToAsyncEnumerable(),
                writer,
                CancellationToken.None
            );
        }
        var figures = JsonSerializer.Deserialize<Figures>(await ChildProcess.RunAsync(Part, path))!;
        return new(Name, "file", figures.Seconds)
        {
            Items = (int)figures.Entries,
            AllocatedBytes = figures.AllocatedBytes,
            Figures = new()
            {
                ["fileMegabytes"] = Math.Round(new FileInfo(path).Length / 1e6),
                ["peakMegabytes"] = Math.Round(figures.PeakMegabytes),
            },
            Limits =
            [
                new("seconds", figures.Seconds, MostSeconds, IsBinding: false),
                new("peakMegabytes", figures.PeakMegabytes, MostMegabytes, IsBinding: true),
            ],
        };
    }

    private static async Task VerifyAsync(string path, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var reader = File.OpenText(path);
        var report = await AuditCheck.VerifyAsync(
            AuditFile.ReadAsync(reader, cancellation),
            [],
            cancellation: cancellation
        );
        watch.Stop();
        if (report.Faults is [var fault, ..])
        {
            throw new InvalidOperationException($"A sound record was found faulty: {fault}");
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            JsonSerializer.Serialize(
                new Figures(
                    watch.Elapsed.TotalSeconds,
                    report.Entries,
                    process.PeakWorkingSet64 / 1e6,
                    GC.GetTotalAllocatedBytes()
                )
            )
        );
    }

    private sealed record Figures(
        double Seconds,
        long Entries,
        double PeakMegabytes,
        long AllocatedBytes
    );
}
