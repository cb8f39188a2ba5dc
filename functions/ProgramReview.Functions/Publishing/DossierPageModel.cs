using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>What the dossier page shows: as a draft to approvers, and published to everyone.</summary>
public sealed record DossierPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>When it was published, or null while it is a draft.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Its place among the editions; null for a draft.</summary>
    public EditionsView? Editions { get; init; }

    /// <summary>What changed since the dossier before, as far as the reader may read it; null if there is none that the reader has read.</summary>
    public ChangesSince? Changes { get; init; }

    /// <summary>The dossier.</summary>
    public required Dossier Dossier { get; init; }

    /// <summary>Its root's SHA-256: the dossier's identity.</summary>
    public required string DossierHash { get; init; }

    /// <summary>The path below which its other pages, its manifest and its files lie.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the reader may read the list of reports.</summary>
    public bool ShowsReports { get; init; } = true;

    /// <summary>The consolidated report; empty where the list is not shown.</summary>
    public required IReadOnlyList<ReportLine> Consolidated { get; init; }

    /// <summary>A page of the others.</summary>
    public required ReportPage Reports { get; init; }

    /// <summary>Who was late, missing, exempt, extended or corrected: the first of each.</summary>
    public required IReadOnlyList<ExceptionGroup> Exceptions { get; init; }

    /// <summary>The files that it can be had as, for its reader.</summary>
    public required RenderingListModel Renderings { get; init; }

    /// <summary>The figures of the whole; null where none were made, or the reader does not read them.</summary>
    public FigureView? Whole { get; init; }

    /// <summary>Where the file of a report is fetched; null where the reader may not.</summary>
    public Func<OwnReport, string?> SourceOf { get; init; } = _ => null;

    /// <summary>What does not go together in the figures of the whole, the heaviest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether the reader reads texts of reports.</summary>
    public bool HasTexts { get; init; }

    /// <summary>What approvers wrote in former rounds, as far as the reader reads it.</summary>
    public DossierComments Comments { get; init; } = new([]);

    /// <summary>What holds up the round, for those who can see to it.</summary>
    public IReadOnlyList<RoundConcern> Concerns { get; init; } = [];

    /// <summary>The decisions of the round; empty for a draft.</summary>
    public required IReadOnlyList<DossierDecision> Decisions { get; init; }

    /// <summary>How the round ended in counts, or null for a draft.</summary>
    public IReadOnlyList<RoundTally>? Tally { get; init; }

    /// <summary>The page it was opened from, or null if it stands alone.</summary>
    public WayBack? Back { get; init; }

    /// <summary>Whether nobody has looked for malware in the files that can be fetched from it.</summary>
    public bool IsUnscanned { get; init; }
}
