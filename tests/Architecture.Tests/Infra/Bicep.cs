using System.Diagnostics;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>Runs the Bicep compiler, which reaches nothing outside this machine.</summary>
internal static class Bicep
{
    /// <summary>What whoever deploys must say; the kept snapshots are of an environment that says this and nothing else.</summary>
    public static readonly IReadOnlyDictionary<string, string> Least = new Dictionary<
        string,
        string
    >
    {
        ["REVIEW_MAIL_FROM"] = "review@organisation.example",
        ["REVIEW_MAIL_NAME"] = "ProgramReview",
        ["REVIEW_ALERTS"] = "operations@organisation.example",
        ["REVIEW_OPERATORS_CLIENT_ID"] = "",
        ["REVIEW_ADMINISTRATORS_GROUP_ID"] = "",
    };

    /// <summary>What it printed; a fault, a warning and an exit code are all failures, since wrong properties are only warned of.</summary>
    public static Task<string> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same in an environment that says this much to the parameter files.</summary>
    public static async Task<string> RunAsync(
        Dictionary<string, string> environment,
        string[] arguments
    )
    {
        var run = await RunAsync(Least.Concat(environment), arguments);

        Assert.True(
            run.ExitCode == 0 && string.IsNullOrWhiteSpace(run.Errors),
            $"bicep {string.Join(' ', arguments)} ended with {run.ExitCode} and said:\n{run.Errors}"
        );
        return run.Output;
    }

    /// <summary>What it said when it refused, in an environment that says this much and no more.</summary>
    public static async Task<string> RefusalAsync(
        IEnumerable<KeyValuePair<string, string>> environment,
        params string[] arguments
    )
    {
        var run = await RunAsync(environment, arguments);

        Assert.NotEqual(0, run.ExitCode);
        return run.Errors;
    }

    private static Task<ProgramRun> RunAsync(
        IEnumerable<KeyValuePair<string, string>> environment,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo(Places.Bicep, arguments)
        {
            WorkingDirectory = Places.Infra,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        // The parameter files look there.
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return ProgramRun.ToEndAsync(start);
    }

    private static bool IsOurs(string name) => name.StartsWith("REVIEW_", StringComparison.Ordinal);
}
