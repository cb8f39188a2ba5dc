using System.Runtime.CompilerServices;
using System.Text;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Reads out a cycle's record with every document that its hashes name and the rows beside it, line by line, as it is stored: sound or not.
/// Read models and processes are left out: both are made from the record.
/// </summary>
public sealed class AuditExport(
    IEventStore record,
    PlanStore plans,
    AnchorWriter anchors,
    DossierStore dossiers,
    IContactStore contacts,
    IOutbox outbox,
    ILinkStore links,
    IPermissionIndex permissions,
    FileGate gate,
    TimeProvider clock
)
{
    /// <summary>All lines of a cycle's export in their order, one at a time, so that a large cycle needs little memory.</summary>
    /// <exception cref="InvalidDataException">A stored row is no entry at all; the message names it.</exception>
    public async IAsyncEnumerable<AuditLine> LinesAsync(
        CycleId cycle,
        AuditScope scope,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        yield return new AuditLine.Head(AuditLine.CurrentFormat, cycle, clock.GetUtcNow(), scope);
        var named = new NamedDocuments();
        var (count, plansGiven) = (0L, false);
        await foreach (var entry in record.ReadAllAsync(cycle, cancellation))
        {
            // The cycle's own stream comes first; its plan goes before what is told in the plan's words.
            if (entry.Stream != cycle.Stream && !plansGiven)
            {
                plansGiven = true;
                foreach (var line in await PlansAsync(named, cancellation))
                {
                    yield return line;
                }
            }
            named.Add(entry);
            count++;
            yield return new AuditLine.Of(entry);
        }
        if (!plansGiven)
        {
            foreach (var line in await PlansAsync(named, cancellation))
            {
                yield return line;
            }
        }
        var others = DocumentsAsync(cycle, named, cancellation)
            .Concat(scope.Contacts ? ContactsAsync(cycle, named, cancellation) : Nothing)
            .Concat(RowsAsync(cycle, cancellation))
            .Concat(scope.Files ? FilesAsync(named, cancellation) : Nothing);
        await foreach (var line in others)
        {
            yield return line;
        }
        yield return new AuditLine.End(count);
    }

    private static IAsyncEnumerable<AuditLine> Nothing => AsyncEnumerable.Empty<AuditLine>();

    private async Task<IReadOnlyList<AuditLine>> PlansAsync(
        NamedDocuments named,
        CancellationToken cancellation
    )
    {
        var lines = new List<AuditLine>();
        foreach (var hash in named.Plans)
        {
            if (await plans.FindDocumentAsync(hash, cancellation) is { } plan)
            {
                lines.Add(new AuditLine.Plan(hash, Encoding.UTF8.GetString(plan.Span)));
            }
        }
        return lines;
    }

    private async IAsyncEnumerable<AuditLine> DocumentsAsync(
        CycleId cycle,
        NamedDocuments named,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var root in named.Roots)
        {
            if (await anchors.FindHeadsAsync(cycle, root, cancellation) is { } heads)
            {
                yield return new AuditLine.Heads(root, heads);
            }
        }
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hash in named.Dossiers)
        {
            if (await dossiers.FindDocumentAsync(cycle, hash, cancellation) is not { } root)
            {
                continue;
            }
            yield return new AuditLine.Dossier(hash, Encoding.UTF8.GetString(root.Span));
            foreach (var part in PartsOf(hash, root).Where(given.Add))
            {
                if (await dossiers.FindDocumentAsync(cycle, part, cancellation) is { } document)
                {
                    yield return new AuditLine.DossierPart(
                        part,
                        Encoding.UTF8.GetString(document.Span)
                    );
                }
            }
        }
    }

    // A root that was changed names nothing that can be believed.
    private static IEnumerable<string> PartsOf(string hash, ReadOnlyMemory<byte> root) =>
        Dossier.HashOf(root.Span) == hash ? Dossier.FromManifest(root.Span).Parts : [];

    private async IAsyncEnumerable<AuditLine> ContactsAsync(
        CycleId cycle,
        NamedDocuments named,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (named.Contacts.Count == 0)
        {
            yield break;
        }
        var kept = (await contacts.ListAsync(cycle, cancellation)).ToDictionary(one => one.Key);
        foreach (var (hash, entry) in named.Contacts)
        {
            yield return kept.GetValueOrDefault(entry.Key) is { } contact
                ? new AuditLine.Contact(
                    hash,
                    contact.Document,
                    new AuditLine.ContactRow(contact.Key, contact.KeptAt)
                )
                : new AuditLine.Contact(hash, Document: null);
        }
    }

    // Read after the record: a letter that the record says was sent must not be missing here, or it would be sent again.
    private async IAsyncEnumerable<AuditLine> RowsAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var mail in outbox.ListAsync(cycle, cancellation))
        {
            yield return new AuditLine.Mail(mail);
            if (mail.LinkId is { } id && await links.FindAsync(id, cancellation) is { } link)
            {
                yield return new AuditLine.Link(link);
            }
        }
        await foreach (var permission in permissions.ListAsync(cycle, null, cancellation))
        {
            yield return new AuditLine.Permission(permission);
        }
    }

    private async IAsyncEnumerable<AuditLine> FilesAsync(
        NamedDocuments named,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var name in named.Files.Keys.Order(StringComparer.Ordinal))
        {
            if (gate.Withholds(named.ScansOf(name)) is { } why)
            {
                yield return new AuditLine.Withheld(name, why);
                continue;
            }
            await using var content = await TryOpenAsync(name, named.ScansOf(name), cancellation);
            if (content is null)
            {
                continue;
            }
            var offset = 0L;
            while (true)
            {
                var buffer = new byte[AuditLine.File.MostContent];
                var read = await content.ReadAtLeastAsync(
                    buffer,
                    buffer.Length,
                    throwOnEndOfStream: false,
                    cancellation
                );
                if (read > 0 || offset == 0)
                {
                    yield return new AuditLine.File(name, offset, buffer[..read]);
                }
                if (read < buffer.Length)
                {
                    break;
                }
                offset += read;
            }
        }
    }

    // A file that is gone has no line; whoever checks the export says so.
    private async Task<Stream?> TryOpenAsync(
        string name,
        IEnumerable<ScanResult> scans,
        CancellationToken cancellation
    )
    {
        try
        {
            return await gate.OpenAsync(name, scans, cancellation);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
