using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>
/// Writes a cycle back from its export. Every write is "if absent", so a run that was cut off is repeated from the beginning and finishes; what
/// makes the cycle visible, the first entry of its own chain and its row of the index, comes last.
/// </summary>
internal sealed class CycleRestore(
    IEventStore record,
    ICycleIndex index,
    IndexRebuilder rows,
    IDocumentStore documents,
    IContactStore contacts,
    IOutbox outbox,
    ILinkStore links,
    IPermissionIndex permissions,
    FileRestore files
)
{
    private readonly NamedDocuments named = new();
    private readonly List<Entry> own = [];

    private readonly HashSet<string> withheld = new(StringComparer.Ordinal);

    private long contactCount;

    /// <summary>The files that were handed to nobody, nor to the export: those that lie in storage stay there.</summary>
    public IReadOnlySet<string> Withheld => withheld;

    /// <summary>How many contacts were put back: whoever was erased after the export must be erased again.</summary>
    public long Contacts => Interlocked.Read(ref contactCount);

    /// <summary>Writes all but what makes the cycle visible.</summary>
    /// <exception cref="StartException">Something else lies where a part of it belongs.</exception>
    public async Task WriteAsync(
        CycleId cycle,
        IAsyncEnumerable<AuditLine> lines,
        CancellationToken cancellation
    )
    {
        var writes = new SideBySide(cancellation);
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line is AuditLine.File part)
            {
                if (named.Files.GetValueOrDefault(part.Name) is { } file)
                {
                    await files.AddAsync(file, part, cancellation);
                }
                continue;
            }
            if (line is AuditLine.Withheld kept)
            {
                withheld.Add(kept.Name);
                continue;
            }
            if (line is AuditLine.Of { Entry: var entry })
            {
                named.Add(entry);
                if (entry.Stream == cycle.Stream)
                {
                    own.Add(entry);
                    continue;
                }
            }
            await writes.AddAsync(stop => WriteAsync(cycle, line, stop));
        }
        await writes.FinishAsync();
        await files.FinishAsync(cancellation);
    }

    /// <summary>The files that the record names and storage does not hold as it names them, each with what is wrong.</summary>
    public async Task<IReadOnlyList<string>> FileFaultsAsync(CancellationToken cancellation)
    {
        var faults = new List<string>();
        var looks = new SideBySide(cancellation);
        foreach (var file in named.Files.Values.Where(one => !withheld.Contains(one.Name)))
        {
            await looks.AddAsync(async stop =>
            {
                if (await files.FaultOfAsync(file, stop) is { } fault)
                {
                    lock (faults)
                    {
                        faults.Add($"{file.Name} {fault}");
                    }
                }
            });
        }
        await looks.FinishAsync();
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    /// <summary>Makes the cycle visible: its own chain from the end to the beginning, the read models, its row of the index.</summary>
    public async Task ShowAsync(CycleId cycle, CancellationToken cancellation)
    {
        // The time that the product was away goes on record with the first look that succeeds, as after any other failure.
        if ((await index.GetLastLookAsync(cancellation)).SucceededAt is null)
        {
            var last = own.Max(entry => entry.RecordedAt);
            await index.PutLastLookAsync(new LastLook(last, IsUnfinished: true), cancellation);
        }
        foreach (var entry in Enumerable.Reverse(own))
        {
            await AppendAsync(entry, cancellation);
        }
        await rows.RebuildAsync(cycle, cancellation);
        await index.PutCycleAsync(cycle, cancellation);
    }

    private async Task WriteAsync(CycleId cycle, AuditLine line, CancellationToken cancellation)
    {
        switch (line)
        {
            case AuditLine.Of { Entry: var entry }:
                await AppendAsync(entry, cancellation);
                break;
            case var other when ExportedDocument.Of(cycle, other) is { } document:
                await CreateAsync(document, cancellation);
                break;
            case AuditLine.Contact { Document: { } document, Kept: { } kept }:
                await contacts.AddAsync(
                    new KeptContact(cycle, kept.Key, document, kept.At),
                    cancellation
                );
                Interlocked.Increment(ref contactCount);
                break;
            case AuditLine.Link { Row: var link } when link.Cycle == cycle:
                await links.AddAsync(link, cancellation);
                break;
            case AuditLine.Mail { Row: var mail } when mail.Cycle == cycle:
                await outbox.AddAsync(mail, cancellation);
                break;
            case AuditLine.Permission { Row: var permission }
                when permission.Assignment.Cycle == cycle:
                await permissions.AddAsync(permission, cancellation);
                break;
            case AuditLine.Link or AuditLine.Mail or AuditLine.Permission:
                throw new StartException(
                    $"The export of {cycle} holds a row of another cycle: {line}. No program of ours wrote that; nothing was made visible."
                );
        }
    }

    private async Task AppendAsync(Entry entry, CancellationToken cancellation)
    {
        if (await record.TryAppendAsync(entry, cancellation))
        {
            return;
        }
        var there = await record.ReadAsync(entry.Stream, cancellation);
        if (there.FirstOrDefault(one => one.Sequence == entry.Sequence)?.Hash != entry.Hash)
        {
            throw new StartException(
                $"Entry {entry.Sequence} of {entry.Stream} is in storage already and says something else than the export: nothing was changed there, and the cycle stays out of sight. Somebody has started it meanwhile, or this is another record of the same name."
            );
        }
    }

    private async Task CreateAsync(ExportedDocument document, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(document.Content);
        if (
            !await documents.TryCreateAsync(
                document.Name,
                document.ContentType,
                bytes,
                cancellation
            )
            && await documents.FindAsync(document.Name, cancellation) is var there
            && there?.Content.Span.SequenceEqual(bytes) is not true
        )
        {
            throw new StartException(
                $"The document {document.Name} is in storage already and is another one than in the export: nothing was changed there."
            );
        }
    }
}
