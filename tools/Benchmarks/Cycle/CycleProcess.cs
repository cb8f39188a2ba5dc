using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Benchmarks.Cycle;

/// <summary>One rehearsal in a process of its own, so that its start counts and its memory is its own.</summary>
internal static class CycleProcess
{
    private const string Part = "cycle-process";

    /// <summary>What the process runs.</summary>
    public static Command Command
    {
        get
        {
            var units = new Argument<int>("units");
            var reads = new Argument<bool>("reads");
            var command = new Command(Part) { units, reads };
            command.SetAction(
                (parsed, cancellation) =>
                    PlayAsync(
                        parsed.GetRequiredValue(units),
                        parsed.GetRequiredValue(reads),
                        cancellation
                    )
            );
            return command;
        }
    }

    /// <summary>Plays the shipped plan, or one of its shape with so many bodies.</summary>
    /// <param name="units">How many bodies; 0 for the plan itself.</param>
    /// <param name="reads">Whether anybody looks at what files hold.</param>
    public static async Task<CycleRun> RunAsync(int units, bool reads = true)
    {
        var watch = Stopwatch.StartNew();
        var output = await ChildProcess.RunAsync(
            Part,
            units.ToString(CultureInfo.InvariantCulture),
            reads.ToString()
        );
        return JsonSerializer.Deserialize<CycleRun>(output)! with
        {
            SecondsWithStart = watch.Elapsed.TotalSeconds,
        };
    }

    private static async Task<int> PlayAsync(int units, bool reads, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        var shape = PlanFile
            .Read(await File.ReadAllTextAsync(file, cancellation), file, null)
            .Plan!;
        var plan = units == 0 ? shape : SyntheticPlan.Of(shape, units);
        var report = await RehearsalRun.PlayAsync(
            new PlanLookup(plan),
            Profile.Typical,
            seed: 1,
            inFull: false,
            cancellation,
            reads
        );
        if (!report.EndedAsPlanned)
        {
            await Console.Error.WriteLineAsync(
                $"The cycle ended as {report.Outcome}: {string.Join("; ", report.Failures)}"
            );
            return 1;
        }
        using var self = Process.GetCurrentProcess();
        var run = new CycleRun(
            plan.Bodies.Count,
            report.Mails,
            watch.Elapsed.TotalSeconds,
            self.TotalProcessorTime.TotalSeconds,
            self.PeakWorkingSet64,
            GC.GetTotalAllocatedBytes()
        );
        Console.WriteLine(JsonSerializer.Serialize(run));
        return 0;
    }
}
