using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host.Keeping;

namespace ProgramReview.Local.Host.Commands;

/// <summary>
/// <c>review purge</c>: takes an ended cycle out of storage once its export is verified. The first call shows what would go; the second one says the
/// word that the first gave.
/// </summary>
internal static class PurgeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IProduct product)
    {
        var cycle = new Argument<string>("CYCLE") { Description = "The id of an ended cycle" };
        var export = new Option<FileInfo>("--export")
        {
            Description = "Its export, which must hold all that is to go",
            Required = true,
        };
        var withoutFiles = new Option<bool>("--without-files")
        {
            Description = "Go on although the export does not hold the submissions' bytes",
        };
        var confirm = new Option<string?>("--confirm")
        {
            Description = "The word that the preview ends with: only then anything is deleted",
        };
        var storage = new StorageChoice(product);
        var command = new Command(
            "purge",
            "Take an ended cycle out of storage: first a preview, then with --confirm for good"
        )
        {
            cycle,
            export,
            withoutFiles,
            confirm,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var asked = parsed.GetValue(cycle);
                if (!CycleId.TryParse(asked, null, out var id))
                {
                    throw new StartException($"'{asked}' is not the id of a cycle.");
                }
                await using var source = AuditSource.OfFile(parsed.GetValue(export)!);
                var ends =
                    await RestoreCommand.CheckAsync(source, cancellation)
                    ?? throw new StartException("The export does not hold; nothing was deleted.");
                RefuseUnfit(ends, id, parsed.GetValue(withoutFiles));
                await using var opened = await storage.OpenAsync(
                    parsed,
                    mayBeNew: false,
                    cancellation
                );
                return await RunAsync(opened, id, ends, parsed.GetValue(confirm), cancellation);
            }
        );
        return command;
    }

    private static void RefuseUnfit(ChainEnds export, CycleId cycle, bool withoutFiles)
    {
        if (export.Head.Cycle != cycle)
        {
            throw new StartException(
                $"The export is of {export.Head.Cycle}, not of {cycle}; nothing was deleted."
            );
        }
        if (!export.Head.Holds.Files && !withoutFiles)
        {
            throw new StartException(
                "The export does not hold the submissions' bytes: make one that does ('review audit export'), or add --without-files. Nothing was deleted."
            );
        }
    }

    /// <summary>Shows what would go, or with the right word deletes it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        OpenedStorage storage,
        CycleId cycle,
        ChainEnds export,
        string? confirmed,
        CancellationToken cancellation
    )
    {
        var unfinished = storage.Services.GetRequiredService<UnfinishedWork>();
        var work = $"purge {export.Sha256}";
        var begun = await unfinished.FindAsync(cycle, cancellation);
        if (begun is not null && begun != work)
        {
            throw new StartException(
                $"{storage.Name}: something else is under way for {cycle} and was cut off ({begun}). Finish that first, with the export whose last line has this hash."
            );
        }
        if (begun is null)
        {
            await RefuseUncoveredAsync(storage, cycle, export, cancellation);
        }
        var word = WordOf(work, await ShowAsync(storage, cycle, cancellation));
        if (begun is null && confirmed != word)
        {
            Console.WriteLine(
                confirmed is null
                    ? $"Nothing was deleted. To delete all of it for good: the same command with --confirm {word}"
                    : $"'{confirmed}' is not the word for what is there now; nothing was deleted. It is {word}"
            );
            return confirmed is null ? 0 : 1;
        }
        await unfinished.BeginAsync(cycle, work, cancellation);
        await DeleteAsync(storage, unfinished, cycle, cancellation);
        Console.WriteLine(
            $"{cycle} is gone from {storage.Name}. The running app takes its processes out of the hub with its next look, within five minutes; restart it before a cycle of the same id begins."
        );
        return 0;
    }

    private static async Task DeleteAsync(
        OpenedStorage storage,
        UnfinishedWork unfinished,
        CycleId cycle,
        CancellationToken cancellation
    )
    {
        var purge = storage.Services.GetRequiredService<CyclePurge>();
        try
        {
            Console.WriteLine("Deleting blobs ...");
            await purge.DeleteBlobsAsync(cycle, cancellation);
        }
        catch (HeldBlobException held)
        {
            if (held.Gone == 0)
            {
                await unfinished.EndAsync(cycle, cancellation);
            }
            throw new StartException(
                $"Storage refuses to delete {held.Blob}, written {held.Since:yyyy-MM-dd}: a time policy or a legal hold is on it. {AuditWords.Count(held.Gone, "blob", "blobs")} and no row of the cycle went. Come back when its time is over."
            );
        }
        Console.WriteLine("Deleting rows ...");
        await purge.DeleteRowsAsync(cycle, cancellation);
        await unfinished.EndAsync(cycle, cancellation);
    }

    // Only what has ended may go, and nothing that the export does not hold.
    private static async Task RefuseUncoveredAsync(
        OpenedStorage storage,
        CycleId cycle,
        ChainEnds export,
        CancellationToken cancellation
    )
    {
        var record = storage.Services.GetRequiredService<IEventStore>();
        var state = (await record.ReadAsync(cycle.Stream, cancellation)).Cycle;
        if (state.Start is null)
        {
            throw new StartException($"{storage.Name} holds no record of {cycle}.");
        }
        if (state.End is null)
        {
            throw new StartException(
                $"{cycle} has not ended: it runs to its end, or is stopped on its status page; then make the export."
            );
        }
        var there = new ChainEnds();
        var lines = storage
            .Services.GetRequiredService<AuditExport>()
            .LinesAsync(cycle, new AuditScope(Files: false, Contacts: false), cancellation);
        await foreach (var _ in there.OverAsync(lines, cancellation)) { }
        if (there.FirstNotIn(export) is { } stream)
        {
            throw new StartException(
                $"The export does not hold all that is on record of {stream}: make a new one. Nothing was deleted."
            );
        }
    }

    private static async Task<IReadOnlyList<Place>> ShowAsync(
        OpenedStorage storage,
        CycleId cycle,
        CancellationToken cancellation
    )
    {
        var places = storage.Services.GetRequiredService<CyclePlaces>();
        IReadOnlyList<Place> all =
        [
            .. await places.CountRowsAsync(cycle, cancellation),
            .. await places.CountBlobsAsync(cycle, cancellation),
        ];
        Console.WriteLine($"Of {cycle} in {storage.Name}:");
        foreach (var place in all)
        {
            Console.WriteLine(
                place.Bytes is { } bytes
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"  container {place.Name, -12} {place.Count, 8} blobs, {bytes:N0} bytes{(place.IsHeld ? " (a time policy or hold is on it: storage refuses to delete what is younger)" : "")}"
                    )
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"  table     {place.Name, -12} {place.Count, 8} rows"
                    )
            );
        }
        return all;
    }

    private static string WordOf(string work, IEnumerable<Place> places) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{work} {string.Join(' ', places)}"))
        )[..8];
}
