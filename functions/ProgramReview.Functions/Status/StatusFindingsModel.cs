using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>What was found over all reports, by kind.</summary>
public sealed record StatusFindingsModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The name of the part of the cycle, or null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>The kinds, the most frequent first.</summary>
    public required IReadOnlyList<FindingCount> Kinds { get; init; }

    /// <summary>The status page.</summary>
    public required string BackPath { get; init; }

    /// <summary>Where the reports with a kind are listed.</summary>
    public required Func<string, string> PathOf { get; init; }

    /// <summary>The same as a table for spreadsheets.</summary>
    public required string CsvPath { get; init; }
}
