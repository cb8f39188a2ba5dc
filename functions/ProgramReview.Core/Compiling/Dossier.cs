using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Compiling;

/// <summary>
/// The consolidated result of the fan-in: the root of its manifest, which names its pieces by their hashes and tells what they add up to. The root's own
/// hash is the dossier's identity. It holds nothing that whoever reads the list of reports may not read.
/// </summary>
public sealed record Dossier
{
    private const int LastAnchors = 5;

    /// <summary>The cycle.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>SHA-256 of the plan document.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The approval round it was compiled for.</summary>
    public required int Round { get; init; }

    /// <summary>When it was compiled, in product time.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>The assignment whose report heads the dossier.</summary>
    public required AssignmentId Consolidated { get; init; }

    /// <summary>By which versions texts and figures follow from its files.</summary>
    public required DossierVersions Versions { get; init; }

    /// <summary>The hash of the record of the whole's figures, made from exactly the versions that count here; null where the plan asks for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figures { get; init; }

    /// <summary>What all reports add up to.</summary>
    public required DossierTotals Totals { get; init; }

    /// <summary>Its pieces, in the plan's order: every assignment of the plan stands in one.</summary>
    public required IReadOnlyList<DossierPieceRef> Pieces { get; init; }

    /// <summary>The rounds before, with what was answered in them.</summary>
    public IReadOnlyList<DossierRound> Rounds { get; init; } = [];

    /// <summary>The hash of what approvers wrote in them; null where nobody wrote anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comments { get; init; }

    /// <summary>The last anchors of the record when it was compiled, the newest being of exactly what it was compiled from.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Every outage that was declared, and what came of it.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The times in which the product's regular look at the cycle did not succeed.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; init; } = [];

    /// <summary>The judgements that were closest to an instant, at most <see cref="DossierPieces.MostClosest"/>, the closest first.</summary>
    public IReadOnlyList<FairnessLine> Closest { get; init; } = [];

    /// <summary>The assignments of its pieces: at most <see cref="DossierPiece.Most"/> each; always the same steps of a plan.</summary>
    public static IEnumerable<IReadOnlyList<AssignmentId>> Steps(PlanLookup plan) =>
        plan.Assignments.Chunk(DossierPiece.Most);

    /// <summary>The root over pieces that are made.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="planHash">SHA-256 of the plan document.</param>
    /// <param name="round">The approval round it is for.</param>
    /// <param name="now">The present.</param>
    /// <param name="pieces">The pieces of all <see cref="Steps"/>.</param>
    /// <param name="cycle">The cycle's own stream.</param>
    /// <param name="versions">By which versions texts and figures follow from files.</param>
    public static Dossier Compile(
        PlanLookup plan,
        string planHash,
        int round,
        DateTimeOffset now,
        DossierPieces pieces,
        EventStream cycle,
        DossierVersions versions
    ) =>
        new()
        {
            Cycle = plan.Plan.Cycle,
            PlanHash = planHash,
            Round = round,
            CompiledAt = now,
            Consolidated = plan.Assignments.Single(id =>
                id.ReportType == plan.Plan.ConsolidatedReport
            ),
            Versions = versions,
            Totals = DossierTotals.Sum([.. pieces.Refs.Select(piece => piece.Totals)]),
            Pieces = pieces.Refs,
            Rounds = DossierRound.Before(cycle, round),
            Anchors = [.. cycle.Cycle.Anchors.TakeLast(LastAnchors)],
            Outages = cycle.Cycle.Outages,
            HealthGaps = cycle.Cycle.HealthGaps,
            Closest = pieces.Closest,
        };

    /// <summary>The hashes of the documents it names: its pieces, and what approvers wrote.</summary>
    [JsonIgnore]
    public IEnumerable<string> Parts =>
        Pieces.Select(piece => piece.Hash).Concat(Comments is { } comments ? [comments] : []);

    /// <summary>The piece in which an assignment stands, or null if the plan has no such assignment.</summary>
    public DossierPieceRef? PieceOf(PlanLookup plan, AssignmentId assignment) =>
        plan
            .Assignments.Index()
            .Where(one => one.Item == assignment)
            .Select(one => Pieces[one.Index / DossierPiece.Most])
            .FirstOrDefault();

    /// <summary>The pieces that a page of reports with an exception is read from: those that have some, until the page is full.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="skip">How many such reports stand on the pages before.</param>
    /// <param name="most">How many stand on a page.</param>
    /// <returns>The pieces, and how many of the reports in them stand on the pages before.</returns>
    public (IReadOnlyList<DossierPieceRef> Pieces, int Skip) With(
        DossierException exception,
        int skip,
        int most
    )
    {
        var (read, left) = (new List<DossierPieceRef>(), skip + most);
        foreach (var piece in Pieces.Where(piece => piece.Totals.Of(exception) > 0))
        {
            var count = piece.Totals.Of(exception);
            if (read.Count == 0 && skip >= count)
            {
                skip -= count;
            }
            else if (left > 0)
            {
                read.Add(piece);
            }
            left -= count;
        }
        return (read, skip);
    }

    /// <summary>Without what it tells of single reports, for an audience that does not read the list of them.</summary>
    public Dossier WithoutReports() =>
        this with
        {
            Closest = [],
            Rounds = [.. Rounds.Select(round => round with { Voided = null })],
        };

    /// <summary>The manifest: the exact bytes whose hash names the dossier.</summary>
    public byte[] ToManifest() => JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Options);

    /// <summary>Reads a manifest back.</summary>
    /// <exception cref="JsonException">These are not the bytes of a manifest.</exception>
    public static Dossier FromManifest(ReadOnlySpan<byte> manifest) =>
        JsonSerializer.Deserialize<Dossier>(manifest, DossierJson.Options)
        ?? throw new JsonException("An empty manifest.");

    /// <summary>The identity of a document of a dossier: SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) =>
        Convert.ToHexStringLower(SHA256.HashData(document));
}
