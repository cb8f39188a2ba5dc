using System.CommandLine;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review audit</c>: checks, copies, tells and writes back the record, from storage or from an export.</summary>
internal static class AuditCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IProduct product) =>
        new("audit", "Check, copy, tell or write back the record of a cycle")
        {
            Verify(product),
            Export(product),
            Show(product),
            RestoreCommand.Create(product),
        };

    private static Command Verify(IProduct product)
    {
        var source = new AuditSourceOptions(product);
        var heads = new Option<string[]>("--head")
        {
            Description =
                "A hash that must be on record, from a receipt or an auditor's letter; may be given several times",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "verify",
            "Check every chain, anchor and quoted head; names the first bad entry of each chain and exits 1"
        )
        {
            heads,
        };
        source.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var opened = await source.OpenAsync(parsed, cancellation);
                return await AuditTelling.VerifyAsync(
                    opened.Name,
                    opened.Lines(cancellation),
                    parsed.GetValue(heads) ?? [],
                    other: null,
                    cancellation
                )
                    ? 0
                    : 1;
            }
        );
        return command;
    }

    private static Command Export(IProduct product)
    {
        var source = new AuditSourceOptions(product, takesExport: false);
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write (JSON Lines)" };
        var command = new Command(
            "export",
            "Write the record of a cycle, with all it takes to check it, into one file"
        )
        {
            file,
        };
        source.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var target = parsed.GetValue(file)!;
                await using var opened = await source.OpenAsync(parsed, cancellation);
                var lines = await AuditSource.WriteAsync(opened, target, cancellation);
                Console.WriteLine($"{opened.Name}: {lines} entries written to {target.FullName}.");
                return 0;
            }
        );
        return command;
    }

    private static Command Show(IProduct product)
    {
        var source = new AuditSourceOptions(product);
        var about = new Argument<string>("ASSIGNMENT")
        {
            Description = "An assignment id (cycle.body.report), or a cycle's id",
        };
        var language = new Option<Language>("--lang")
        {
            Description = "vi, en or hi",
            DefaultValueFactory = _ => Language.En,
        };
        var command = new Command("show", "Tell the story of an assignment or a cycle, in words")
        {
            about,
            language,
        };
        source.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (!StreamId.TryParse(parsed.GetValue(about), null, out var stream))
                {
                    throw new StartException(
                        $"'{parsed.GetValue(about)}' is neither an assignment (cycle.body.report) nor a cycle."
                    );
                }
                await using var opened = await source.OpenAsync(
                    parsed,
                    cancellation,
                    CycleOf(stream)
                );
                return await AuditStory.TellAsync(
                    opened.Lines(cancellation),
                    stream,
                    parsed.GetValue(language),
                    cancellation
                );
            }
        );
        return command;
    }

    private static CycleId CycleOf(StreamId stream) => new(stream.Value.Split('.')[0]);
}
