using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Commands;
using Spectre.Console;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>What <c>up --simulate</c> plays: the Hanoi cycle.</summary>
internal static class Simulate
{
    /// <summary>Plays it on the running product.</summary>
    public static Task<int> HanoiAsync(
        LocalSystem system,
        IAnsiConsole console,
        CancellationToken cancellation
    )
    {
        var path = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu");
        var reading = PlanFiles.Read(path, system.Clock.GetUtcNow());
        return reading.Plan is { } plan
            ? new SimulatedCycle(system, new PlanLookup(plan), console).RunAsync(cancellation)
            : throw new StartException($"The shipped plan has faults: {reading.Faults[0]}");
    }
}
