using System.CommandLine;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>The command line: a command for each group. The exit code is 1 if a binding limit is broken.</summary>
internal static class BenchmarkCommand
{
    public static Task<int> RunAsync(
        string[] arguments,
        IEnumerable<IBenchmark> groups,
        params IEnumerable<Command> parts
    )
    {
        var root = new RootCommand("Measures how fast the product is on this machine.");
        foreach (var group in groups)
        {
            root.Add(CommandOf(group));
        }

        foreach (var part in parts)
        {
            part.Hidden = true;
            root.Add(part);
        }

        return root.Parse(arguments).InvokeAsync();
    }

    private static Command CommandOf(IBenchmark group)
    {
        var json = new Option<string?>("--json")
        {
            Description = "Also write the results to this file, as a JSON list.",
            HelpName = "FILE",
        };
        var only = new Option<string?>("--only")
        {
            Description = "Run only the cases whose name begins with this.",
            HelpName = "CASE",
        };
        var tiny = new Option<bool>("--tiny")
        {
            Description =
                "Only show that every case works; the figures mean nothing and no limit binds.",
        };
        var command = new Command(group.Name, group.Summary) { json, only, tiny };
        command.SetAction(parsed =>
            MeasureAsync(group, parsed.GetValue(json), parsed.GetValue(only), parsed.GetValue(tiny))
        );
        return command;
    }

    private static async Task<int> MeasureAsync(
        IBenchmark group,
        string? json,
        string? only,
        bool isTiny
    )
    {
        var table = new ResultTable(Console.Out);
        var results = new List<Measurement>();
        table.WriteHead();
        await foreach (var result in group.RunAsync(IsWanted, isTiny))
        {
            table.Write(result);
            results.Add(result);
        }

        if (results.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No case of '{group.Name}' begins with '{only}'.");
            return 1;
        }

        if (json is not null)
        {
            ResultFile.Write(json, results);
        }

        if (isTiny)
        {
            await Console.Out.WriteLineAsync("Every case works.");
            return 0;
        }

        var broken = results.Sum(result =>
            result.Limits.Count(limit => limit.IsBinding && !limit.Holds)
        );
        await Console.Out.WriteLineAsync(
            broken == 0 ? "All binding limits hold." : $"{broken} binding limits are broken."
        );
        return broken == 0 ? 0 : 1;

        bool IsWanted(string name) =>
            only is null || name.StartsWith(only, StringComparison.OrdinalIgnoreCase);
    }
}
