using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Benchmarks.Forms;

/// <summary>Makes forms of one kind in a process of its own. The plan is as large in every run, so that only the forms differ.</summary>
internal static class FormProcess
{
    private const string Part = "form-process";
    private const int Bodies = 12_100;
    private const int Warm = 20;
    private const int Collect = 500;

    /// <summary>What the process runs.</summary>
    public static Command Command
    {
        get
        {
            var kind = new Argument<FormKind>("kind");
            var forms = new Argument<int>("forms");
            var command = new Command(Part) { kind, forms };
            command.SetAction(
                (parsed, cancellation) =>
                    MakeAsync(
                        parsed.GetRequiredValue(kind),
                        parsed.GetRequiredValue(forms),
                        cancellation
                    )
            );
            return command;
        }
    }

    /// <summary>Makes so many.</summary>
    public static async Task<FormRun> RunAsync(FormKind kind, int forms) =>
        JsonSerializer.Deserialize<FormRun>(
            await ChildProcess.RunAsync(
                Part,
                kind.ToString(),
                forms.ToString(CultureInfo.InvariantCulture)
            )
        )!;

    private static async Task<int> MakeAsync(
        FormKind kind,
        int forms,
        CancellationToken cancellation
    )
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        var shape = PlanFile
            .Read(await File.ReadAllTextAsync(file, cancellation), file, null)
            .Plan!;
        var plan = new PlanLookup(SyntheticPlan.Of(shape, Bodies));
        var assignments = plan
            .Assignments.Where(assignment => assignment.ReportType == "district")
            .ToList();
        for (var i = 0; i < Warm; i++)
        {
            await WriteAsync(plan, assignments[i], kind, i, Stream.Null, cancellation);
        }

        using var self = Process.GetCurrentProcess();
        var (before, allocated) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        using var sink = new CountingStream();
        var (peak, slowest) = (GC.GetTotalMemory(forceFullCollection: true), TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < forms; i++)
        {
            var begun = watch.Elapsed;
            await WriteAsync(plan, assignments[i], kind, i, sink, cancellation);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, (watch.Elapsed - begun).Ticks));
            if (i % Collect == 0 || i == forms - 1)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
        self.Refresh();
        Console.WriteLine(
            JsonSerializer.Serialize(
                new FormRun(
                    forms,
                    sink.Written,
                    watch.Elapsed.TotalSeconds,
                    (self.TotalProcessorTime - before).TotalSeconds,
                    slowest.TotalMilliseconds,
                    peak,
                    GC.GetTotalAllocatedBytes() - allocated
                )
            )
        );
        return 0;
    }

    private static async Task WriteAsync(
        PlanLookup plan,
        AssignmentId assignment,
        FormKind kind,
        int number,
        Stream target,
        CancellationToken cancellation
    )
    {
        var languages = Enum.GetValues<Language>();
        var language = languages[number % languages.Length];
        if (kind == FormKind.All)
        {
            await FormBundle.WriteAsync(plan, assignment, language, target, cancellation);
            return;
        }
        var form = FormFiles.Of(plan, assignment, language).Single(form => form.Kind == kind);
        await target.WriteAsync(form.Write(), cancellation);
    }
}
