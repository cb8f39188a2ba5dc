using System.Diagnostics;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>Runs the Bicep compiler, which reaches nothing outside this machine.</summary>
internal static class Bicep
{
    /// <summary>What it printed; a fault, a warning and an exit code are all failures, since wrong properties are only warned of.</summary>
    public static Task<string> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same in an environment that says this much to the parameter files.</summary>
    public static async Task<string> RunAsync(
        Dictionary<string, string> environment,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo(Places.Bicep, arguments)
        {
            WorkingDirectory = Places.Infra,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        // The parameter files look there; the kept snapshots are of an environment that says nothing.
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var run = await ProgramRun.ToEndAsync(start);

        Assert.True(
            run.ExitCode == 0 && string.IsNullOrWhiteSpace(run.Errors),
            $"bicep {string.Join(' ', arguments)} ended with {run.ExitCode} and said:\n{run.Errors}"
        );
        return run.Output;
    }

    private static bool IsOurs(string name) => name.StartsWith("REVIEW_", StringComparison.Ordinal);
}
