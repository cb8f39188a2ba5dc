using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Local.Rehearsal.Dossiers;

/// <summary>
/// Puts what an export holds behind the ports of a world, so that the product's own code draws dossiers from it; nothing in that world goes on. Of files it
/// holds those that count in the newest dossier.
/// </summary>
/// <param name="world">A world that is empty.</param>
/// <param name="cycle">Whose export it is.</param>
public sealed class ExportedCycle(World world, CycleId cycle)
{
    private readonly IEventStore record = world.Get<IEventStore>();
    private readonly IDocumentStore documents = world.Get<IDocumentStore>();
    private Dictionary<string, (PartId Part, CountingFile File)>? wanted;
    private (string Name, MemoryStream Content)? open;
    private bool isScanned;

    /// <summary>Reads all lines of an export that was verified.</summary>
    /// <param name="lines">The lines from the first one on.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task ReadAsync(IAsyncEnumerable<AuditLine> lines, CancellationToken cancellation)
    {
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            switch (line)
            {
                case AuditLine.Of { Entry: var entry }:
                    await record.TryAppendAsync(entry, cancellation);
                    isScanned |= entry.Event is AssignmentEvent.Scanned;
                    break;
                case AuditLine.Withheld { Why: ContentCheck.NotScanned }:
                    isScanned = true;
                    break;
                case AuditLine.File file:
                    await TakeAsync(file, cancellation);
                    break;
                case var other when ExportedDocument.Of(cycle, other) is { } document:
                    await documents.TryCreateAsync(
                        document.Name,
                        document.ContentType,
                        Encoding.UTF8.GetBytes(document.Content),
                        cancellation
                    );
                    break;
            }
        }
        await KeepAsync(cancellation);
        if (isScanned)
        {
            world.Get<InMemoryMalwareScanner>().Mode = ScanMode.ByEvent;
        }
    }

    // Files come last: by then it is known which dossier is the newest.
    private async Task TakeAsync(AuditLine.File file, CancellationToken cancellation)
    {
        wanted ??= await WantedAsync(cancellation);
        if (file.Offset == 0)
        {
            await KeepAsync(cancellation);
            open = wanted.ContainsKey(file.Name) ? (file.Name, new MemoryStream()) : null;
        }
        open?.Content.Write(file.Content);
    }

    private async Task<Dictionary<string, (PartId Part, CountingFile File)>> WantedAsync(
        CancellationToken cancellation
    )
    {
        var state = (await record.ReadAsync(cycle.Stream, cancellation)).Cycle;
        if (NewestDossier.Of(state) is not { } newest)
        {
            return [];
        }
        var dossiers = world.Get<DossierStore>();
        var root = await dossiers.GetAsync(cycle, newest.Hash, cancellation);
        return await dossiers
            .PiecesAsync(cycle, root.Pieces, cancellation)
            .SelectMany(piece => piece.Reports)
            .SelectMany(report =>
                report
                    .Parts.Where(part => part.Counting is not null)
                    .Select(part =>
                        (Part: new PartId(report.Assignment, part.Code), File: part.Counting!)
                    )
            )
            .ToDictionaryAsync(one => one.File.BlobName, cancellationToken: cancellation);
    }

    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (open is not var (name, content))
        {
            return;
        }
        open = null;
        content.Position = 0;
        await world.Get<ISubmissionStore>().TryCreateAsync(name, content, cancellation);
        var (part, file) = wanted![name];
        if (await WasReadAsync(part, file, cancellation))
        {
            content.Position = 0;
            await world
                .Get<ContentFactsStore>()
                .ReadAsync(
                    part.Assignment,
                    file.Sha256,
                    Enum.Parse<FileFormat>(Path.GetExtension(file.FileName)[1..], ignoreCase: true),
                    _ => Task.FromResult<Stream>(content),
                    cancellation
                );
        }
    }

    // What nobody could read then says nothing now.
    private async Task<bool> WasReadAsync(
        PartId part,
        CountingFile file,
        CancellationToken cancellation
    )
    {
        var plan = await world.Get<Cycles>().PlanAsync(cycle, cancellation);
        var stream = await record.ReadAsync(part.Assignment.Stream, cancellation);
        return ReportText.IsIn(plan.ReportType(part.Assignment.ReportType).FindPart(part.Part)!)
            && stream.Assignment.Submissions.Single(one => one.BlobName == file.BlobName)
                is { Check.Reader: > 0 };
    }
}
