using System.CommandLine;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Runs the command that was asked for; trouble that a user can mend is one line and exit code 1.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    public static async Task<int> RunAsync(string[] arguments, params IEnumerable<Command> commands)
    {
        var root = new RootCommand(
            "Collects, checks, approves and publishes the reports of a programme review."
        );
        foreach (var command in commands)
        {
            root.Add(command);
        }

        // Commands end by themselves when asked to, and take the time that a gentle stop needs.
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors is [var error, ..] && arguments.Length > 0)
        {
            await Console.Error.WriteLineAsync($"{error.Message} See './review --help'.");
            return 1;
        }

        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (StartException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return 1;
        }
    }
}
