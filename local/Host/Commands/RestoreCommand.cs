using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Local.Host.Keeping;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review audit restore</c>: writes an export back into storage that holds nothing of its cycle.</summary>
internal static class RestoreCommand
{
    private const int MostFaults = 20;

    /// <summary>The command.</summary>
    public static Command Create(IProduct product)
    {
        var file = new Argument<FileInfo>("EXPORT")
        {
            Description = "A file that 'audit export' or the status page wrote",
        };
        var storage = new StorageChoice(product);
        var withoutFiles = new Option<bool>("--without-files")
        {
            Description =
                "Go on although files of submissions are neither in the export nor in storage",
        };
        var keepRows = new Option<bool>("--keep-rows")
        {
            Description =
                "Go on although other tables than 'record' hold rows of the cycle, and leave those as they are: after the loss of 'record' alone",
        };
        var command = new Command(
            "restore",
            "Write an export back into empty storage; verified before and after. Run again after it was cut off, it finishes"
        )
        {
            file,
            withoutFiles,
            keepRows,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var export = AuditSource.OfFile(parsed.GetValue(file)!);
                if (await CheckAsync(export, cancellation) is not { } ends)
                {
                    Console.Error.WriteLine("Nothing was written.");
                    return 1;
                }
                await using var opened = await storage.OpenAsync(
                    parsed,
                    mayBeNew: true,
                    cancellation
                );
                return await RestoreAsync(
                    export,
                    ends,
                    opened,
                    parsed.GetValue(withoutFiles),
                    parsed.GetValue(keepRows),
                    cancellation
                );
            }
        );
        return command;
    }

    /// <summary>Verifies an export.</summary>
    /// <returns>Where its chains end, or null if it does not hold.</returns>
    public static async Task<ChainEnds?> CheckAsync(
        AuditSource export,
        CancellationToken cancellation
    )
    {
        var ends = new ChainEnds();
        return await AuditTelling.VerifyAsync(
            export.Name,
            ends.OverAsync(export.Lines(cancellation), cancellation),
            heads: [],
            other: null,
            cancellation
        )
            ? ends
            : null;
    }

    /// <summary>Writes a verified export into storage.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RestoreAsync(
        AuditSource export,
        ChainEnds ends,
        OpenedStorage storage,
        bool withoutFiles,
        bool keepRows,
        CancellationToken cancellation
    )
    {
        var cycle = ends.Head.Cycle;
        var unfinished = storage.Services.GetRequiredService<UnfinishedWork>();
        var work = $"restore {ends.Sha256}";
        await BeginAsync(storage, unfinished, cycle, work, keepRows, cancellation);

        var restore = storage.Services.GetRequiredService<CycleRestore>();
        Console.WriteLine($"Writing {cycle} into {storage.Name} ...");
        await restore.WriteAsync(cycle, export.Lines(cancellation), cancellation);
        Console.WriteLine("Looking at the files ...");
        var faults = await restore.FileFaultsAsync(cancellation);
        foreach (var fault in faults.Take(MostFaults))
        {
            Console.Error.WriteLine(fault);
        }
        if (faults.Count > 0 && !withoutFiles)
        {
            throw new StartException(
                $"{AuditWords.Count(faults.Count, "file is", "files are")} not as the record names them. The cycle stays out of sight: run this again with an export that holds them, or with --without-files to go on without."
            );
        }
        Console.WriteLine("Making the cycle visible ...");
        await restore.ShowAsync(cycle, cancellation);
        await unfinished.EndAsync(cycle, cancellation);

        var scope = new AuditScope(
            Files: faults.Count == 0 && restore.Withheld.Count == 0,
            ends.Head.Holds.Contacts
        );
        var holds = await AuditTelling.VerifyAsync(
            storage.Name,
            storage
                .Services.GetRequiredService<AuditExport>()
                .LinesAsync(cycle, scope, cancellation),
            heads: [],
            ends,
            cancellation
        );
        Console.WriteLine(
            $"{cycle} stands as of {ends.Head.At:yyyy-MM-dd HH:mm:ss zzz}. Its processes start with the app, from the record; links that were sent open with the keys they were made with."
        );
        if (restore.Withheld.Count > 0)
        {
            Console.WriteLine(
                $"{AuditWords.Count(restore.Withheld.Count, "file was", "files were")} withheld from the export, for malware or for want of a scanner's verdict; the record knows them, and storage has them only if it had them before."
            );
        }
        if (restore.Contacts > 0)
        {
            Console.WriteLine(
                $"{AuditWords.Count(restore.Contacts, "contact was", "contacts were")} put back: erase again whoever was erased after the export was made."
            );
        }
        return holds ? 0 : 1;
    }

    private static async Task BeginAsync(
        OpenedStorage storage,
        UnfinishedWork unfinished,
        CycleId cycle,
        string work,
        bool keepRows,
        CancellationToken cancellation
    )
    {
        var begun = await unfinished.FindAsync(cycle, cancellation);
        if (begun == work)
        {
            Console.WriteLine("A restore of this export was cut off; it goes on.");
            return;
        }
        if (begun is not null)
        {
            throw new StartException(
                $"{storage.Name}: something else is under way for {cycle} and was cut off ({begun}). Finish that first, with the export whose last line has this hash."
            );
        }
        var rows = await storage
            .Services.GetRequiredService<CyclePlaces>()
            .CountRowsAsync(cycle, cancellation);
        var inTheWay = rows.Where(place =>
                place.Count > 0 && (!keepRows || place.Name == StorageNames.RecordTable)
            )
            .ToList();
        if (inTheWay.Count > 0)
        {
            var what = string.Join(
                ", ",
                inTheWay.Select(place =>
                    $"{AuditWords.Count(place.Count, "row", "rows")} in the table '{place.Name}'"
                )
            );
            throw new StartException(
                $"{storage.Name} is not empty: of {cycle} it holds {what}. Nothing was written. If only the record was lost, add --keep-rows; if the cycle has ended and is to go, use 'review purge' first."
            );
        }
        await unfinished.BeginAsync(cycle, work, cancellation);
        // What is drawn from the record is drawn anew: it may be ahead of what comes back.
        await storage
            .Services.GetRequiredService<CyclePurge>()
            .DeleteRowsAsync(StorageNames.IndexTable, cycle, cancellation);
    }
}
