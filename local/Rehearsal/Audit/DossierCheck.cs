using System.Text;
using System.Text.Json;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Status;

namespace ProgramReview.Local.Rehearsal.Audit;

/// <summary>
/// Makes every dossier of an export again, from the chains and the files in it: each report from its chain up to the entry that the dossier quotes, each
/// figure from the file that counts there, each sum from the figures below. Hashes and chains are held by <see cref="AuditCheck"/>.
/// </summary>
/// <param name="reader">Reads the files.</param>
public sealed class DossierCheck(IContentReader reader)
{
    private readonly List<CheckedDossier> dossiers = [];
    private readonly Dictionary<string, DossierPiece> pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanLookup> plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnnexFacts?> annexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileFormat> wanted = new(StringComparer.Ordinal);
    private readonly List<DossierFault> faults = [];
    private int reports;
    private int files;
    private long values;

    /// <summary>Reads the lines three times: for the dossiers, for the chains and files they are made from, and for what they say otherwise.</summary>
    /// <param name="lines">Gives all lines from the first one on.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">The lines are no whole record, or a document is none.</exception>
    public async Task<DossierProof> VerifyAsync(
        Func<IAsyncEnumerable<AuditLine>> lines,
        CancellationToken cancellation
    )
    {
        await ReadDossiersAsync(lines(), cancellation);
        await ReadReportsAsync(lines(), cancellation);
        foreach (var dossier in dossiers)
        {
            await AddUpAsync(dossier, lines, cancellation);
        }
        return new DossierProof(
            dossiers.Count,
            reports,
            files,
            values,
            [
                .. wanted
                    .Keys.Where(name => !annexes.ContainsKey(name))
                    .Order(StringComparer.Ordinal),
            ],
            faults
        );
    }

    private async Task ReadDossiersAsync(
        IAsyncEnumerable<AuditLine> lines,
        CancellationToken cancellation
    )
    {
        var cycle = new List<Entry>();
        var roots = new List<(string Hash, Dossier Dossier)>();
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            switch (line)
            {
                case AuditLine.Of { Entry: var entry } when !IsOfAssignment(entry):
                    cycle.Add(entry);
                    break;
                case AuditLine.Plan plan:
                    plans[plan.Hash] = new PlanLookup(Parse<Plan>(plan.Document));
                    break;
                case AuditLine.Dossier root:
                    roots.Add((root.Hash, Dossier.FromManifest(Bytes(root.Document))));
                    break;
                case AuditLine.DossierPart part
                    when roots.Exists(root =>
                        root.Dossier.Pieces.Any(piece => piece.Hash == part.Hash)
                    ):
                    pieces[part.Hash] = DossierPiece.FromBytes(Bytes(part.Document));
                    break;
            }
        }
        dossiers.AddRange(roots.Select(root => Look(root.Hash, root.Dossier, cycle)));
    }

    private CheckedDossier Look(string hash, Dossier dossier, List<Entry> cycle)
    {
        var made = DossierPieces.None;
        foreach (var piece in dossier.Pieces)
        {
            made = made.With(
                pieces.GetValueOrDefault(piece.Hash)
                    ?? throw new InvalidDataException(
                        $"The piece {piece.Hash} of the dossier of round {dossier.Round} is not in the export."
                    )
            );
        }
        var before = new EventStream(
            dossier.Cycle.Stream,
            [
                .. cycle.TakeWhile(entry =>
                    !(
                        entry.Event is CycleEvent.DossierCompiled compiled
                        && compiled.DossierHash == hash
                    )
                ),
            ]
        );
        var plan = plans[dossier.PlanHash];
        var again = Dossier.Compile(
            plan,
            before.Cycle.Start?.PlanHash ?? "",
            dossier.Round,
            dossier.CompiledAt,
            made,
            before,
            dossier.Versions
        );
        CheckRoot(dossier, again, before);
        return new CheckedDossier(
            dossier,
            plan,
            dossier
                .Pieces.SelectMany(piece => pieces[piece.Hash].Reports)
                .ToDictionary(report => report.Assignment)
        );
    }

    // An outage or an anchor of the moment between compiling and its entry stands on record before it and not in the dossier: so these are not compared.
    private void CheckRoot(Dossier dossier, Dossier again, EventStream before)
    {
        var comments = DossierComments.Before(before, dossier.Round);
        Compare(dossier.PlanHash, again.PlanHash, "the plan");
        Compare(dossier.Consolidated, again.Consolidated, "the consolidated report");
        Compare(dossier.Totals, again.Totals, "the totals");
        Compare(dossier.Pieces, again.Pieces, "the pieces and what they add up to");
        Compare(dossier.Closest, again.Closest, "the judgements closest to an instant");
        Compare(dossier.Rounds, again.Rounds, "the rounds before");
        Compare(
            dossier.Comments,
            comments.Said.Count == 0 ? null : Dossier.HashOf(comments.ToBytes()),
            "what approvers wrote"
        );

        void Compare<T>(T said, T follows, string what)
        {
            if (JsonSerializer.Serialize(said) != JsonSerializer.Serialize(follows))
            {
                Fault(dossier, "the root", $"{what}: the record says otherwise.");
            }
        }
    }

    private async Task ReadReportsAsync(
        IAsyncEnumerable<AuditLine> lines,
        CancellationToken cancellation
    )
    {
        var stream = new List<Entry>();
        var (name, content) = ((string?)null, new MemoryStream());
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line is AuditLine.Of { Entry: var entry } && IsOfAssignment(entry))
            {
                if (stream is [var first, ..] && first.Stream != entry.Stream)
                {
                    CheckReports(stream);
                    stream.Clear();
                }
                stream.Add(entry);
                continue;
            }
            if (stream.Count > 0)
            {
                CheckReports(stream);
                stream.Clear();
            }
            if (line is AuditLine.File file && wanted.ContainsKey(file.Name))
            {
                if (file.Offset == 0)
                {
                    await ReadFileAsync(name, content, cancellation);
                    (name, content) = (file.Name, new MemoryStream());
                }
                content.Write(file.Content);
            }
        }
        await ReadFileAsync(name, content, cancellation);
        foreach (var dossier in dossiers)
        {
            // Of what never opened there is no chain.
            foreach (var report in dossier.Reports.Keys.Except(dossier.Rows.Keys).ToList())
            {
                CheckReport(dossier, report, new EventStream(report.Stream, []));
            }
        }
    }

    private void CheckReports(List<Entry> entries)
    {
        var assignment = AssignmentId.Parse(entries[0].Stream.Value);
        foreach (var dossier in dossiers.Where(one => one.Reports.ContainsKey(assignment)))
        {
            var head = dossier.Reports[assignment].ChainHead;
            var last = entries.FindIndex(entry => entry.Hash == head);
            CheckReport(
                dossier,
                assignment,
                new EventStream(assignment.Stream, [.. entries.Take(last + 1)])
            );
        }
    }

    private void CheckReport(CheckedDossier dossier, AssignmentId assignment, EventStream known)
    {
        var row = AssignmentRow.Of(assignment, known);
        var said = new DossierPiece([dossier.Reports[assignment]]);
        reports++;
        if (DossierPiece.Of([row], dossier.Root.CompiledAt).Hash() != said.Hash())
        {
            Fault(dossier.Root, assignment.ToString(), "its chain says otherwise.");
        }
        dossier.Rows[assignment] = row;
        if (
            FigureTree.Of(dossier.Plan).PlaceOf(assignment) is not null
            && AnnexFigures.CountingOf(dossier.Plan, row) is { } counting
            && !AnnexFigures.WasNeverRead(row, counting)
        )
        {
            wanted[counting.BlobName] = Enum.Parse<FileFormat>(
                Path.GetExtension(counting.FileName)[1..],
                ignoreCase: true
            );
        }
    }

    private async Task ReadFileAsync(
        string? name,
        MemoryStream content,
        CancellationToken cancellation
    )
    {
        if (name is not null)
        {
            files++;
            content.Position = 0;
            annexes[name] = (await reader.ReadAsync(content, wanted[name], cancellation)).Annex;
        }
    }

    private async Task AddUpAsync(
        CheckedDossier dossier,
        Func<IAsyncEnumerable<AuditLine>> lines,
        CancellationToken cancellation
    )
    {
        if (dossier.Root.Figures is not { } whole || IsUnproven(dossier))
        {
            return;
        }
        var made = new Dictionary<FanOutNode, string>();
        foreach (var kept in FigureFold.All(dossier.Plan, dossier.FiguresOf(annexes)))
        {
            values += kept.Figures.Reports.Sum(report => report.Cells.Count);
            made[kept.Figures.Node] = kept.Hash;
        }
        if (made[FanOutNode.Root] == whole)
        {
            return;
        }
        var count = faults.Count;
        await CompareAsync(dossier, made, lines(), cancellation);
        if (faults.Count == count)
        {
            Fault(
                dossier.Root,
                "the figures",
                "their record is not in the export, and those added up again are others."
            );
        }
    }

    private bool IsUnproven(CheckedDossier dossier) =>
        dossier.Rows.Values.Any(row =>
            AnnexFigures.CountingOf(dossier.Plan, row) is { } counting
            && wanted.ContainsKey(counting.BlobName)
            && !annexes.ContainsKey(counting.BlobName)
        );

    // From the whole down along what is otherwise, to the cells.
    private async Task CompareAsync(
        CheckedDossier dossier,
        Dictionary<FanOutNode, string> made,
        IAsyncEnumerable<AuditLine> lines,
        CancellationToken cancellation
    )
    {
        var followed = new HashSet<string>(StringComparer.Ordinal) { dossier.Root.Figures! };
        var otherwise = new Dictionary<FanOutNode, FigureNode>();
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            if (line is AuditLine.Figures figures && followed.Contains(figures.Hash))
            {
                var said = FigureNode.FromBytes(Bytes(figures.Document));
                otherwise[said.Node] = said;
                followed.UnionWith(
                    said.Children.Where(child => made.GetValueOrDefault(child.Node) != child.Hash)
                        .Select(child => child.Hash)
                );
            }
        }
        var layout = FigureLayout.Of(dossier.Plan);
        foreach (var kept in FigureFold.All(dossier.Plan, dossier.FiguresOf(annexes)))
        {
            if (otherwise.TryGetValue(kept.Figures.Node, out var said))
            {
                faults.AddRange(
                    FigureContradiction
                        .Between(layout, said, kept.Figures)
                        .Select(one => new DossierFault(dossier.Root.Round, one.Where, one.What))
                );
            }
        }
    }

    private static bool IsOfAssignment(Entry entry) =>
        AssignmentId.TryParse(entry.Stream.Value, null, out _);

    private void Fault(Dossier dossier, string where, string what) =>
        faults.Add(new DossierFault(dossier.Round, where, what));

    private static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);

    private static T Parse<T>(string document) =>
        JsonSerializer.Deserialize<T>(document)
        ?? throw new InvalidDataException("A document of the export is empty.");
}
