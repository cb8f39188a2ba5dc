using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>What the fairness report shows: to staff as it stands, and in a dossier as it was compiled.</summary>
public sealed record FairnessPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The judgements that are shown; in a table all of them.</summary>
    public required IReadOnlyList<FairnessLine> Lines { get; init; }

    /// <summary>How many close judgements there are.</summary>
    public required int Count { get; init; }

    /// <summary>The outages that were declared.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>The times in which the product's regular look did not succeed.</summary>
    public IReadOnlyList<OutageWindow> HealthGaps { get; init; } = [];

    /// <summary>Where the CSV is fetched.</summary>
    public required string CsvPath { get; init; }

    /// <summary>The way back.</summary>
    public required string BackPath { get; init; }

    /// <summary>The key of the words for the way back.</summary>
    public required string BackKey { get; init; }
}
