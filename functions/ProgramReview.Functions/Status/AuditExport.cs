using System.Runtime.CompilerServices;
using System.Text;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>Reads out a cycle's record with every document that its hashes name, line by line, as it is stored: sound or not.</summary>
public sealed class AuditExport(
    IEventStore record,
    PlanStore plans,
    AnchorWriter anchors,
    DossierStore dossiers,
    IContactStore contacts,
    TimeProvider clock
)
{
    /// <summary>All lines of a cycle's export in their order, one at a time, so that a large cycle needs little memory.</summary>
    /// <exception cref="InvalidDataException">A stored row is no entry at all; the message names it.</exception>
    public async IAsyncEnumerable<AuditLine> LinesAsync(
        CycleId cycle,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        yield return new AuditLine.Head(AuditLine.CurrentFormat, cycle, clock.GetUtcNow());
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
        await foreach (var line in DocumentsAsync(cycle, named, cancellation))
        {
            yield return line;
        }
        yield return new AuditLine.End(count);
    }

    /// <summary>Writes all lines of a cycle as a file.</summary>
    /// <returns>How many entries were written.</returns>
    public async Task<long> WriteAsync(CycleId cycle, Stream file, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        var entries = 0L;
        await foreach (var line in LinesAsync(cycle, cancellation))
        {
            await writer.WriteLineAsync(AuditFile.Write(line).AsMemory(), cancellation);
            entries = (line as AuditLine.End)?.Entries ?? entries;
        }
        return entries;
    }

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
        if (named.Contacts.Count > 0)
        {
            var kept = (await contacts.ListAsync(cycle, cancellation)).ToDictionary(one => one.Key);
            foreach (var (hash, entry) in named.Contacts)
            {
                yield return new AuditLine.Contact(
                    hash,
                    kept.GetValueOrDefault(entry.Key)?.Document
                );
            }
        }
        foreach (var hash in named.Dossiers)
        {
            if (await dossiers.FindManifestAsync(cycle, hash, cancellation) is { } manifest)
            {
                yield return new AuditLine.Dossier(hash, Encoding.UTF8.GetString(manifest.Span));
            }
        }
    }
}
