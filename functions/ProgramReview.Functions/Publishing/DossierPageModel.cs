using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>What the dossier page shows: as a draft to approvers, and published to everyone.</summary>
public sealed record DossierPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>When it was published, or null while it is a draft.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was compiled.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>The approval round it is for.</summary>
    public required int Round { get; init; }

    /// <summary>The manifest's SHA-256: the dossier's identity.</summary>
    public required string DossierHash { get; init; }

    /// <summary>Where the manifest is fetched; null for readers who may not.</summary>
    public required string? ManifestPath { get; init; }

    /// <summary>The last anchors of the record when it was compiled.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>The outages that had been declared when it was compiled.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The times in which the product's regular look did not succeed.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; init; } = [];

    /// <summary>Where the fairness report is read; null for readers who may not.</summary>
    public required string? FairnessPath { get; init; }

    /// <summary>How many judgements were close to a deadline.</summary>
    public required int CloseCalls { get; init; }

    /// <summary>Every assignment with what counts for it, in plan order.</summary>
    public required IReadOnlyList<ReportLine> Reports { get; init; }

    /// <summary>What holds up the round, for those who can see to it.</summary>
    public IReadOnlyList<RoundConcern> Concerns { get; init; } = [];

    /// <summary>Which page of them is shown, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The decisions of the round; empty for a draft.</summary>
    public required IReadOnlyList<DossierDecision> Decisions { get; init; }

    /// <summary>How the round ended in counts, or null for a draft.</summary>
    public IReadOnlyList<RoundTally>? Tally { get; init; }

    /// <summary>The page it was opened from, or null if it stands alone.</summary>
    public WayBack? Back { get; init; }

    /// <summary>Whether nobody has looked for malware in the files that can be fetched from it.</summary>
    public bool IsUnscanned { get; init; }

    /// <summary>Whether the page carries its stylesheet in itself, to be kept as a file.</summary>
    public bool IsFile { get; init; }
}
