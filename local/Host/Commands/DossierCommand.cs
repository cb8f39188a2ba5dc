using System.CommandLine;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.Dossiers;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review dossier</c>: draws the newest dossier of an export in all its forms, offline.</summary>
internal static class DossierCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("EXPORT")
        {
            Description = "A file that 'audit export' or the status page wrote, with files",
        };
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "Where to write; must be empty, or not there",
        };
        var wish = new DossierWish();
        var command = new Command(
            "dossier",
            "Draw the newest dossier of an export in all forms, offline; the export is verified first"
        )
        {
            file,
            folder,
        };
        wish.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetValue(file)!,
                    wish.Of(parsed, parsed.GetValue(folder)!),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo file,
        DossierOrder order,
        CancellationToken cancellation
    )
    {
        await using var export = AuditSource.OfFile(file);
        if (await RestoreCommand.CheckAsync(export, cancellation) is not { Head: var head })
        {
            Console.Error.WriteLine("Nothing was written.");
            return 1;
        }
        if (!head.Holds.Files)
        {
            throw new StartException(
                $"{export.Name} holds no files, and what reports say is read from them. Export again, with files."
            );
        }
        await using var world = World.Create(head.At);
        await new ExportedCycle(world, head.Cycle).ReadAsync(
            export.Lines(cancellation),
            cancellation
        );
        DossierWish.Tell(
            order,
            await DossierWish.WriteAsync(world, head.Cycle, order, cancellation)
        );
        return 0;
    }
}
