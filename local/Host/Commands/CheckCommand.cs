using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review check</c>: what the checks of a plan say of files, before anybody sends them.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var plan = new Argument<string>("PLAN")
        {
            Description = "A plan.yaml, or the folder it lies in",
        };
        var whose = new Argument<string>("ASSIGNMENT-OR-TYPE")
        {
            Description =
                "Whose report: BODY.TYPE, the whole id, or a report type alone; then nothing is said of the body",
        };
        var files = new Argument<string[]>("FILE")
        {
            Description = "The files; a report and its annex are also compared",
            Arity = ArgumentArity.OneOrMore,
        };
        var part = new Option<string?>("--part")
        {
            Description = "Which part they are for; by their formats if left out",
        };
        var json = new Option<bool>("--json") { Description = "Tell it as JSON" };
        var language = new Option<Language>("--language")
        {
            Description = "vi, en or hi",
            DefaultValueFactory = _ => Language.En,
        };
        var command = new Command(
            "check",
            "Check files as if they were sent, offline; exit 1 if one would not count"
        )
        {
            plan,
            whose,
            files,
            part,
            json,
            language,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    CheckTarget.Of(parsed.GetValue(plan)!, parsed.GetValue(whose)!),
                    parsed.GetValue(files)!,
                    parsed.GetValue(part),
                    CheckTelling.In(parsed.GetValue(language), parsed.GetValue(json)),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CheckTarget target,
        string[] files,
        string? part,
        CheckTelling telling,
        CancellationToken cancellation
    )
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddChecking()
            .BuildServiceProvider();
        var reader = services.GetRequiredService<IContentReader>();
        var checkedFiles = new List<CheckedFile>();
        foreach (var path in files)
        {
            await using var content = Open(path);
            var read = await FileCheck.ReadAsync(reader, content, cancellation);
            var assignment = target.For(read.Content?.Form);
            var chosen = target.PartFor(part, read.File.Format);
            var result = FileCheck.Judge(target.Plan, assignment, chosen, read);
            checkedFiles.Add(
                new CheckedFile(
                    path,
                    chosen,
                    result.Subject,
                    target.Saying(result.Findings, assignment)
                )
            );
        }
        checkedFiles.AddRange(Pair(checkedFiles));
        telling.Tell(target, checkedFiles);
        return checkedFiles.Exists(file =>
            file.Findings.Any(finding => finding.Severity >= Severity.Error)
        )
            ? 1
            : 0;
    }

    private static IEnumerable<CheckedFile> Pair(List<CheckedFile> files)
    {
        var (report, annex) = (Only(files, PartKind.Report), Only(files, PartKind.Annex));
        if (report?.Subject is { } text && annex?.Subject is { } figures)
        {
            yield return report with
            {
                Findings = PairChecks.Run(text, figures),
            };
        }
    }

    private static CheckedFile? Only(List<CheckedFile> files, PartKind kind) =>
        files.Where(file => file.Part.Kind == kind).ToList() is [var only] ? only : null;

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{path} cannot be read: {refused.Message}");
        }
    }
}
