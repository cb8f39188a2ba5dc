using System.Text;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Forms;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>
/// All renderings of a dossier for one audience in one language, as they are kept, together with what they were made from as far as the audience may
/// read it, and with how to check it.
/// </summary>
public sealed class DossierArchive(
    IEnumerable<IDossierRenderer> forms,
    RenderingStore store,
    IDocumentStore documents,
    DossierStore dossiers,
    FileGate gate,
    IEventStore record,
    ReceiptBundles receipts
) : IDossierRenderer
{
    /// <summary>What its form is called.</summary>
    public const string Name = "zip";

    // A gigabyte: what is larger is fetched file by file.
    private const long MostOfFiles = 1L << 30;

    private const int AtOnce = 8;

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string ContentType => "application/zip";

    /// <inheritdoc/>
    public bool Speaks(Language language) => true;

    /// <inheritdoc/>
    public async Task WriteAsync(
        DossierContent content,
        Stream target,
        CancellationToken cancellation
    )
    {
        await using var zip = new ForwardZip(target, cancellation);
        await AddRenderingsAsync(zip, content, cancellation);
        if (content.ShowsReports)
        {
            await AddAsync(
                zip,
                "manifest.json",
                DossierStore.NameOf(content.Dossier.Cycle, content.Hash),
                cancellation
            );
        }
        if (content.Audience == Readers.Participants)
        {
            await AddPiecesAsync(zip, content, cancellation);
            await AddFiguresAsync(zip, content, cancellation);
        }
        var size = await SizeOfFilesAsync(content, cancellation);
        var (inside, withheld) = await AddReportsAsync(
            zip,
            content,
            isWithFiles: size <= MostOfFiles,
            cancellation
        );
        var note = Note(content, size, inside, withheld);
        await zip.AddAsync("README.txt", Encoding.UTF8.GetBytes(note));
    }

    private async Task AddRenderingsAsync(
        ForwardZip zip,
        DossierContent content,
        CancellationToken cancellation
    )
    {
        var cycle = content.Dossier.Cycle;
        foreach (var form in forms.Where(form => form.Speaks(content.Language)))
        {
            var id = new RenderingId(form.Format, content.Language, content.Audience);
            var file =
                await store.FindAsync(cycle, content.Hash, id, form.Version, cancellation)
                ?? throw new InvalidOperationException($"{id} is not made yet.");
            await using var made = await store.OpenAsync(cycle, content.Hash, file, cancellation);
            await CopyAsync(zip, file.FileName(cycle.Value, content.Hash), made, cancellation);
        }
    }

    private async Task AddPiecesAsync(
        ForwardZip zip,
        DossierContent content,
        CancellationToken cancellation
    )
    {
        var hashes = content.Dossier.Pieces.Select(piece => piece.Hash);
        foreach (var hash in hashes.Append(content.Dossier.Comments).OfType<string>().Distinct())
        {
            await AddAsync(
                zip,
                $"manifest/{hash}.json",
                DossierStore.NameOf(content.Dossier.Cycle, hash),
                cancellation
            );
        }
    }

    // Level by level; a record that two nodes share is one file.
    private async Task AddFiguresAsync(
        ForwardZip zip,
        DossierContent content,
        CancellationToken cancellation
    )
    {
        var cycle = content.Dossier.Cycle;
        List<string> level = content.Dossier.Figures is { } root ? [root] : [];
        var added = new HashSet<string>(StringComparer.Ordinal);
        while (level.Count > 0)
        {
            var below = new List<string>();
            foreach (var some in level.Where(added.Add).Chunk(AtOnce))
            {
                foreach (
                    var (hash, bytes) in await Task.WhenAll(
                        some.Select(async hash =>
                            (
                                hash,
                                await BytesAsync(FigureRecords.NameOf(cycle, hash), cancellation)
                            )
                        )
                    )
                )
                {
                    await zip.AddAsync($"figures/{hash}.json", bytes);
                    below.AddRange(
                        Core.Figures.FigureNode.FromBytes(bytes)
                            .Children.Select(child => child.Hash)
                    );
                }
            }
            level = below;
        }
    }

    private async Task<long> SizeOfFilesAsync(
        DossierContent content,
        CancellationToken cancellation
    ) =>
        await PiecesOf(content, cancellation)
            .SelectMany(piece => FilesOf(content, piece))
            .AggregateAsync(0L, (sum, file) => sum + file.File.Size, cancellation);

    private async Task<(int Inside, int Withheld)> AddReportsAsync(
        ForwardZip zip,
        DossierContent content,
        bool isWithFiles,
        CancellationToken cancellation
    )
    {
        var (inside, withheld) = (0, 0);
        await foreach (var piece in PiecesOf(content, cancellation))
        {
            foreach (var (id, file) in FilesOf(content, piece))
            {
                var stream = await record.ReadAsync(id.Assignment.Stream, cancellation);
                if (
                    content.Audience == Readers.Participants
                    && ReceiptOf(stream, file.BlobName) is { } jws
                )
                {
                    var bundle = await receipts.OfAsync(jws, cancellation);
                    await zip.AddAsync($"receipts/{id}.json", bundle.ToBytes());
                }
                if (!isWithFiles)
                {
                    continue;
                }
                var submission = stream.Assignment.Submissions.Single(one =>
                    one.BlobName == file.BlobName
                );
                await using var bytes = await gate.OpenAsync(
                    file.BlobName,
                    submission.Scans,
                    cancellation
                );
                if (bytes is null)
                {
                    withheld++;
                    continue;
                }
                // What the sender called it is a person's word; what it is was recognised.
                var extension = submission.IsRecognised
                    ? Path.GetExtension(submission.FileName)
                    : ".bin";
                await CopyAsync(zip, $"files/{id}{extension}", bytes, cancellation);
                inside++;
            }
        }
        return (inside, withheld);
    }

    private static string? ReceiptOf(EventStream stream, string blobName) =>
        stream
            .Select(entry => entry.Event)
            .OfType<AssignmentEvent.SubmissionRecorded>()
            .FirstOrDefault(recorded => recorded.Submission.BlobName == blobName)
            ?.Receipt;

    // Also where the list of reports is closed: a part may be open by itself.
    private IAsyncEnumerable<DossierPiece> PiecesOf(
        DossierContent content,
        CancellationToken cancellation
    ) => dossiers.PiecesAsync(content.Dossier.Cycle, content.Dossier.Pieces, cancellation);

    private static IEnumerable<(PartId Id, CountingFile File)> FilesOf(
        DossierContent content,
        DossierPiece piece
    ) =>
        from report in piece.Reports
        from part in report.Parts
        where
            part.Counting is not null && content.ShowsPart(report.Assignment.ReportType, part.Code)
        select (new PartId(report.Assignment, part.Code), part.Counting);

    private string Note(DossierContent content, long size, int inside, int withheld)
    {
        var lines = new List<string>
        {
            content.T(
                "archive.title",
                content.Plan.Plan.Programme.Number,
                content.Plan.Plan.Programme.Title.In(content.Language)
            ),
            content.T("archive.identity", content.Hash),
            content.T(
                content.Audience == Readers.Everybody ? "archive.everybody" : "archive.participants"
            ),
            "",
            content.T(
                "archive.forms",
                string.Join(
                    ", ",
                    forms.Where(form => form.Speaks(content.Language)).Select(form => form.Format)
                )
            ),
        };
        if (content.ShowsReports)
        {
            lines.Add(content.T("archive.manifest"));
        }
        if (content.Audience == Readers.Participants)
        {
            lines.Add(content.T("archive.pieces"));
            lines.Add(content.T("archive.receipts"));
        }
        lines.Add(
            size > MostOfFiles
                ? content.T(
                    "archive.files.large",
                    Numbers.Show(content.Language, (int)(size >> 20))
                )
                : content.T("archive.files", Numbers.Show(content.Language, inside))
        );
        if (withheld > 0)
        {
            lines.Add(content.T("archive.withheld", Numbers.Show(content.Language, withheld)));
        }
        if (!gate.IsScanned && inside > 0)
        {
            lines.Add(content.T("scanning.none"));
        }
        lines.AddRange(["", content.T("archive.check"), ""]);
        return string.Join('\n', lines);
    }

    private async Task AddAsync(
        ForwardZip zip,
        string name,
        string document,
        CancellationToken cancellation
    ) => await zip.AddAsync(name, await BytesAsync(document, cancellation));

    private async Task<byte[]> BytesAsync(string document, CancellationToken cancellation) =>
        (
            await documents.FindAsync(document, cancellation)
            ?? throw new FileNotFoundException($"There is no document {document}.")
        ).Content.ToArray();

    private static Task CopyAsync(
        ForwardZip zip,
        string name,
        Stream from,
        CancellationToken cancellation
    ) =>
        zip.AddAsync(
            name,
            async (stream, goOn) =>
            {
                var buffer = new byte[81_920];
                for (
                    int read;
                    (read = await from.ReadAsync(buffer, cancellation)) > 0;
                    await goOn()
                )
                {
                    stream.Write(buffer, 0, read);
                }
            }
        );
}
