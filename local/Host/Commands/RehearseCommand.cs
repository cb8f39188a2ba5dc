using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review rehearse</c>: plays a whole cycle of a plan on a virtual clock; nothing leaves, nothing is written.</summary>
internal static class RehearseCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("PLAN")
        {
            Description = "A plan.yaml, or the folder it lies in",
        };
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Also write timeline and summary to this file",
        };
        var units = new Option<int?>("--units")
        {
            Description = "Rehearse a synthetic plan of that many bodies with the same shape",
        };
        var command = new Command(
            "rehearse",
            "Play a whole cycle on a virtual clock; exit 0 if it ended as planned"
        )
        {
            path,
            json,
            units,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetValue(path)!,
                    parsed.GetValue(json),
                    parsed.GetValue(units),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        FileInfo? json,
        int? units,
        CancellationToken cancellation
    )
    {
        var reading = PlanFiles.Read(path, new DateTimeOffset(2024, 8, 1, 1, 0, 0, TimeSpan.Zero));
        if (reading.Plan is not { } shape)
        {
            foreach (var fault in reading.Faults)
            {
                await Console.Error.WriteLineAsync(fault.ToString());
            }
            return 1;
        }
        var plan = new PlanLookup(units is { } bodies ? Synthetic(shape, bodies) : shape);
        var watch = Stopwatch.StartNew();
        await using var world = World.Create(plan.Plan.Opens);
        var report = await new Rehearsal.Rehearsal(world, plan).RunAsync(cancellation);
        if (json is not null)
        {
            await WriteAsync(json, report, cancellation);
        }
        Show(plan, report, watch.Elapsed);
        return report.EndedAsPlanned ? 0 : 1;
    }

    private static Plan Synthetic(Plan shape, int bodies)
    {
        try
        {
            return SyntheticPlan.Of(shape, bodies);
        }
        catch (ArgumentException tooFew)
        {
            throw new StartException($"--units {bodies}: {tooFew.Message}");
        }
    }

    private static async Task WriteAsync(
        FileInfo file,
        RehearsalReport report,
        CancellationToken cancellation
    )
    {
        try
        {
            await File.WriteAllBytesAsync(
                file.FullName,
                JsonSerializer.SerializeToUtf8Bytes(report, Json),
                cancellation
            );
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"--json {file}: {refused.Message}");
        }
    }

    private static void Show(PlanLookup plan, RehearsalReport report, TimeSpan took)
    {
        const int MostLines = 400;
        foreach (var item in report.Timeline.Take(MostLines))
        {
            var at = TimeZoneInfo.ConvertTime(item.At, plan.Zone);
            Console.WriteLine(
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"{at:yyyy-MM-dd HH:mm:ss}  {item.Kind, -16} {item.About, -44} {item.Who, -24} {item.Outcome}"
                    )
                    .TrimEnd()
            );
        }
        if (report.Timeline.Count > MostLines)
        {
            Console.WriteLine(
                $"... and {report.Timeline.Count - MostLines} more; --json FILE has them all."
            );
        }
        Console.WriteLine();
        var ended = TimeZoneInfo.ConvertTime(report.EndedAt, plan.Zone);
        var outcome = report.Outcome?.ToString() ?? "not ended";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Cycle}: {outcome} on {ended:yyyy-MM-dd HH:mm} ({plan.Plan.TimeZoneName.En}). {report.Assignments} assignments: {report.OnTime} on time, {report.Late} late, {report.Missing} missing. {report.Mails} mails, {report.Rounds} approval rounds. Rehearsed in {took.TotalSeconds:0.0} s."
            )
        );
        foreach (var failure in report.Failures)
        {
            Console.Error.WriteLine($"failed: {failure}");
        }
    }
}
