using System.CommandLine;
using System.Diagnostics;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Dossiers;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Plans;
using ProgramReview.Local.Rehearsal.Reporting;
using ProgramReview.Local.Rehearsal.Reporting.Sheet;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review rehearse</c>: plays a whole cycle of a plan on a virtual clock; nothing leaves, nothing is written.</summary>
internal static class RehearseCommand
{
    // Where plans that count from their start begin, so that a rehearsal is the same on any day.
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("PLAN")
        {
            Description = "A plan.yaml, or the folder it lies in",
        };
        var profile = new Option<string>("--profile")
        {
            Description =
                $"How people behave: {string.Join(", ", Profile.Named.Select(named => named.Name))}, or a YAML file",
            DefaultValueFactory = _ => Profile.Typical.Name,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "What chance begins with; the same seed gives the same rehearsal",
            DefaultValueFactory = _ => 1,
        };
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Also write the whole report, or the difference, to this file",
        };
        var html = new Option<FileInfo?>("--html")
        {
            Description = "Also write the report as one page to look at and print",
        };
        var diff = new Option<string?>("--diff")
        {
            Description = "Tell which instants, mails, links and timers this other plan changes",
        };
        var units = new Option<int?>("--units")
        {
            Description = "Rehearse a synthetic plan of that many bodies with the same shape",
        };
        var dossier = new Option<DirectoryInfo?>("--dossier")
        {
            Description =
                "Also write the dossier that it came to into this folder, in all forms, as 'dossier' does",
        };
        var wish = new DossierWish();
        var command = new Command(
            "rehearse",
            "Play a whole cycle on a virtual clock; exit 0 if it ended as planned"
        )
        {
            path,
            profile,
            seed,
            json,
            html,
            diff,
            units,
            dossier,
        };
        wish.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    new RehearseOptions(
                        parsed.GetValue(path)!,
                        ReadProfile(parsed.GetValue(profile)!),
                        parsed.GetValue(seed),
                        parsed.GetValue(json),
                        parsed.GetValue(html),
                        parsed.GetValue(diff),
                        parsed.GetValue(units),
                        parsed.GetValue(dossier) is { } folder ? wish.Of(parsed, folder) : null
                    ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(RehearseOptions options, CancellationToken cancellation)
    {
        if (await ReadAsync(options.Plan, options.Units) is not { } plan)
        {
            return 1;
        }
        return options.Other is { } other
            ? await CompareAsync(plan, other, options, cancellation)
            : await PlayAsync(plan, options, cancellation);
    }

    private static async Task<int> PlayAsync(
        PlanLookup plan,
        RehearseOptions options,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        WrittenDossier? written = null;
        var report = await RehearsalRun.PlayAsync(
            plan,
            options.Profile,
            options.Seed,
            inFull: options.Json is not null || options.Html is not null,
            cancellation,
            then: options.Dossier is not { } order
                ? null
                : async world =>
                    written = await DossierWish.WriteAsync(
                        world,
                        plan.Plan.Cycle,
                        order,
                        cancellation
                    )
        );
        await WriteAsync("--json", options.Json, () => ReportJson.Write(report), cancellation);
        await WriteAsync("--html", options.Html, () => ReportSheet.Write(report), cancellation);
        RehearsalView.Show(plan, report, watch.Elapsed);
        if (options.Dossier is { } wanted)
        {
            DossierWish.Tell(wanted, written);
        }
        return report.EndedAsPlanned ? 0 : 1;
    }

    private static async Task<int> CompareAsync(
        PlanLookup plan,
        string other,
        RehearseOptions options,
        CancellationToken cancellation
    )
    {
        if (options.Html is not null || options.Dossier is not null)
        {
            throw new StartException(
                "--html and --dossier go with one plan; a difference has --json."
            );
        }
        if (await ReadAsync(other, options.Units) is not { } changed)
        {
            return 1;
        }
        Task<RehearsalReport> Play(PlanLookup one) =>
            RehearsalRun.PlayAsync(one, options.Profile, options.Seed, inFull: true, cancellation);

        var differences = Differences.Between(await Play(plan), await Play(changed));
        await WriteAsync("--json", options.Json, () => ReportJson.Write(differences), cancellation);
        RehearsalView.Show(plan, differences);
        return 0;
    }

    private static async Task<PlanLookup?> ReadAsync(string path, int? units)
    {
        var reading = PlanFiles.Read(path, Start);
        if (reading.Plan is { } shape)
        {
            return new PlanLookup(units is { } bodies ? Synthetic(shape, bodies) : shape);
        }
        foreach (var fault in reading.Faults)
        {
            await Console.Error.WriteLineAsync(fault.ToString());
        }
        return null;
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

    private static Profile ReadProfile(string given)
    {
        if (Profile.Named.FirstOrDefault(profile => profile.Name == given) is { } named)
        {
            return named;
        }
        try
        {
            return ProfileFile.Read(File.ReadAllText(given), given);
        }
        catch (Exception refused)
            when (refused is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new StartException($"--profile {given}: {refused.Message}");
        }
    }

    private static async Task WriteAsync(
        string option,
        FileInfo? file,
        Func<byte[]> content,
        CancellationToken cancellation
    )
    {
        if (file is null)
        {
            return;
        }
        try
        {
            await File.WriteAllBytesAsync(file.FullName, content(), cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{option} {file}: {refused.Message}");
        }
    }
}
