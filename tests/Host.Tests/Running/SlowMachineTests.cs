using System.Diagnostics;
using System.Text.Json;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests.Running;

/// <summary>A machine ten times slower takes longer; what comes of the cycle is the same.</summary>
public sealed class SlowMachineTests
{
    [Fact]
    public async Task A_cycle_on_a_tenth_of_a_machine_ends_with_the_same_dossier_verdicts_and_decisions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        var plan =
            Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1"
                ? SourceTree.PathOf("plans/hanoi-01-ctr-tu")
                : SourceTree.PathOf("tests/Host.Tests/Running/plan.yaml");

        var atFullSpeed = await PlayAsync(plan, (_, _) => Task.CompletedTask);
        var onATenth = await PlayAsync(plan, SlowMachine.SlowAsync);

        Assert.Contains(atFullSpeed, line => line.Contains(" published", StringComparison.Ordinal));
        Assert.Contains(atFullSpeed, line => line.Contains(" Late", StringComparison.Ordinal));
        Assert.Equal(atFullSpeed, onATenth);
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(
        string plan,
        Func<UpProcess, CancellationToken, Task> slow
    )
    {
        var data = Directory.CreateTempSubdirectory("review-slow-");
        try
        {
            await using var up = UpProcess.Start(
                data.FullName,
                FreePort.Take(),
                "--simulate",
                "--once",
                "--plan",
                plan
            );
            // What comes before is the start, which is as slow but decides nothing.
            await up.HearAsync("The product is up");
            using var stop = new CancellationTokenSource();
            var slowing = slow(up, stop.Token);
            await up.HearAsync("The cycle took");
            await stop.CancelAsync();
            await slowing;
            Assert.True(await up.EndAsync() == 0, up.Said);
            return await OutcomesAsync(data.FullName);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // Everything on record, but for what is drawn anew in every run. Anchors follow the machine's hours, and instants differ by the few seconds
    // after which a process that was rung too early looks again.
    private static async Task<List<string>> OutcomesAsync(string data)
    {
        var file = Path.Combine(data, "export");
        string[] arguments =
        [
            typeof(AuditCommand).Assembly.Location,
            "audit",
            "export",
            file,
            "--data",
            data,
        ];
        var export = await ProgramRun.ToEndAsync(new ProcessStartInfo("dotnet", arguments));
        Assert.True(export.ExitCode == 0, export.Said);
        return
        [
            .. File.ReadLines(file)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("line").GetString() == "entry")
                .Select(Outcome)
                .Where(outcome => !outcome.Contains(" anchored", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Outcome(JsonElement entry)
    {
        var body = JsonDocument.Parse(entry.GetProperty("body").GetString()!).RootElement;
        var what = body.GetProperty("event").GetString()!;
        return $"{entry.GetProperty("stream")} {what} {string.Join(' ', Judgements(body))}";
    }

    private static IEnumerable<string> Judgements(JsonElement body) =>
        body.ValueKind != JsonValueKind.Object
            ? []
            : body.EnumerateObject()
                .SelectMany(part =>
                    part.Name is "Verdict" or "Outcome" or "Approver" or "Kind" or "Person"
                        ? [$"{part.Value}"]
                        : Judgements(part.Value)
                );
}
