using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ProgramReview.Local.Simulation;
using Spectre.Console;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review simulate</c>: plays whole cycles by seed in which everything goes wrong, and says what did not hold.</summary>
internal static class SimulateCommand
{
    // What shows how a run fails stands at its end.
    private const int MostLines = 120;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many cycles to play",
            DefaultValueFactory = _ => 300,
        };
        var from = new Option<long>("--from")
        {
            Description = "The first seed",
            DefaultValueFactory = _ => 1,
        };
        var jobs = new Option<int>("--jobs")
        {
            Description = "On how many cores; all unless given",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var first = new Option<bool>("--first")
        {
            Description = "Stop at the first failure and do not shrink it",
        };
        var command = new Command(
            "simulate",
            "Play whole cycles in which everything goes wrong; exit 1 if an invariant does not hold"
        )
        {
            seeds,
            from,
            jobs,
            first,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetValue(from),
                    parsed.GetValue(seeds),
                    Math.Max(1, parsed.GetValue(jobs)),
                    parsed.GetValue(first),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        long from,
        int seeds,
        int jobs,
        bool stopAtFirst,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var played = 0;
        Task<PlayedCycles> PlayAsync(ProgressTask? bar) =>
            Simulations.PlayAsync(
                from,
                seeds,
                jobs,
                failure =>
                {
                    Interlocked.Increment(ref played);
                    bar?.Increment(1);
                    if (failure is not null && stopAtFirst)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token
            );

        // A bar on the terminal; nothing where nobody looks.
        var (failures, cases) = Console.IsErrorRedirected
            ? await PlayAsync(bar: null)
            : await AnsiConsole
                .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
                .Progress()
                .StartAsync(context => PlayAsync(context.AddTask("cycles", maxValue: seeds)));
        Show(played, failures, watch.Elapsed);
        if (cases.Where(one => one.Value == 0).Select(one => one.Key).ToList() is [_, ..] idle)
        {
            Console.WriteLine($"Nothing that could have broken {string.Join(", ", idle)}.");
        }
        if (failures.Count > 0 && !stopAtFirst)
        {
            Show(await Simulations.ShrinkAsync(failures[0]));
        }
        return failures.Count > 0 || cancellation.IsCancellationRequested ? 1 : 0;
    }

    private static void Show(int played, IReadOnlyList<SimulationFailure> failures, TimeSpan took)
    {
        foreach (var same in failures.GroupBy(failure => failure.Invariant ?? "exception"))
        {
            Console.WriteLine($"{same.Key}: {same.First().Sentence}");
            Console.WriteLine(
                $"  did not hold after {same.Count()} of {played} cycles; the first: {same.First().Repeat}"
            );
            foreach (var detail in same.First().Details.Take(5))
            {
                Console.WriteLine($"  {detail}");
            }
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{played} cycles, {failures.Count} failed, {took.TotalSeconds:0.0} s, {played / took.TotalSeconds:0} a second; {Simulations.Invariants.Count} invariants after each."
            )
        );
    }

    private static void Show(ShrunkenRun run)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"What is left when all is left out that {run.Failure.Repeat} fails without:"
        );
        foreach (var name in run.Faults.Concat(run.Acts))
        {
            Console.WriteLine($"  - {name}");
        }
        Console.WriteLine("Day and what happened:");
        if (run.Trace.Count > MostLines)
        {
            Console.WriteLine($"  ({run.Trace.Count - MostLines} lines before)");
        }
        foreach (var line in run.Trace.TakeLast(MostLines))
        {
            Console.WriteLine(line);
        }
        foreach (var detail in run.Failure.Details.Take(5))
        {
            Console.WriteLine($"{run.Failure.Invariant}: {detail}");
        }
    }
}
