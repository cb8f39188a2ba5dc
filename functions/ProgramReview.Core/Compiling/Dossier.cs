using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Compiling;

/// <summary>The consolidated result of the fan-in: what counted, who was late, who is missing. Its manifest's hash is its identity.</summary>
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

    /// <summary>Every assignment of the plan, in the plan's order.</summary>
    public required IReadOnlyList<DossierReport> Reports { get; init; }

    /// <summary>The hash of the record of the whole's figures, made from exactly the versions that count here; null where the plan asks for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Figures { get; init; }

    /// <summary>The last anchors of the record when it was compiled, the newest being of exactly what it was compiled from.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Every outage that was declared, and what came of it.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The times in which the product's regular look at the cycle did not succeed.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; init; } = [];

    /// <summary>Its pieces, in the plan's order.</summary>
    [JsonIgnore]
    public IReadOnlyList<DossierPieceRef> Pieces { get; init; } = [];

    /// <summary>What all reports add up to.</summary>
    [JsonIgnore]
    public DossierTotals Totals { get; init; } = DossierTotals.None;

    /// <summary>Every judgement that was close to an instant, assignment by assignment.</summary>
    public IReadOnlyList<FairnessLine> CloseCalls { get; init; } = [];

    /// <summary>The reports that came late.</summary>
    public IEnumerable<DossierReport> Late() =>
        Reports.Where(report => report.Timeliness == TimelinessVerdict.Late);

    /// <summary>The reports that never came, or not whole, and were not exempted.</summary>
    public IEnumerable<DossierReport> Missing() =>
        Reports.Where(report =>
            report.Timeliness is null && report.Phase != AssignmentPhase.Exempt
        );

    /// <summary>Puts a dossier together from the rows of all assignments.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="planHash">SHA-256 of the plan document.</param>
    /// <param name="round">The approval round it is for.</param>
    /// <param name="now">The present.</param>
    /// <param name="rows">The row of an assignment.</param>
    /// <param name="cycle">What the cycle's own events add up to.</param>
    /// <param name="figures">The hash of the figures that follow from the rows, or null.</param>
    public static Dossier Compile(
        PlanLookup plan,
        string planHash,
        int round,
        DateTimeOffset now,
        Func<AssignmentId, AssignmentRow> rows,
        CycleState cycle,
        string? figures = null
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
            Reports = [.. plan.Assignments.Select(id => DossierReport.Of(rows(id), now))],
            Anchors = [.. cycle.Anchors.TakeLast(LastAnchors)],
            Outages = cycle.Outages,
            HealthGaps = cycle.HealthGaps,
            CloseCalls = [.. plan.Assignments.SelectMany(id => rows(id).CloseCalls)],
            Figures = figures,
        };

    /// <summary>The manifest: the exact bytes whose hash names the dossier.</summary>
    public byte[] ToManifest() => JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Options);

    /// <summary>Reads a manifest back.</summary>
    /// <exception cref="JsonException">These are not the bytes of a manifest.</exception>
    public static Dossier FromManifest(ReadOnlySpan<byte> manifest) =>
        JsonSerializer.Deserialize<Dossier>(manifest, DossierJson.Options)
        ?? throw new JsonException("An empty manifest.");

    /// <summary>The dossier's identity: SHA-256 of its manifest, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(manifest));
}
