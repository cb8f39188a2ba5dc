using System.Diagnostics;

namespace ProgramReview.Azure.Tests;

/// <summary>Runs programs from the repository's root.</summary>
internal static class Ran
{
    /// <summary>Its exit code and all that it said.</summary>
    public static async Task<(int ExitCode, string Said)> ToEndAsync(
        string program,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        var run = await ProgramRun.ToEndAsync(start);
        return (run.ExitCode, run.Said);
    }

    /// <summary>It must have ended well.</summary>
    public static void Check(string what, int exitCode, string said) =>
        Assert.True(exitCode == 0, $"{what} ended with {exitCode}:\n{said}");
}
