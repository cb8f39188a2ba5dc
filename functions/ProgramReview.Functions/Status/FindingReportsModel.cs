using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>The reports with a finding of one kind, with the explanations that were given.</summary>
public sealed record FindingReportsModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The kind.</summary>
    public required string Code { get; init; }

    /// <summary>The name of the part of the cycle, or null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>The reports of this page.</summary>
    public required IReadOnlyList<AssignmentRow> Rows { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Count { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>The list of kinds.</summary>
    public required string BackPath { get; init; }

    /// <summary>Where the story of a report is told.</summary>
    public required Func<AssignmentId, string> StoryOf { get; init; }

    /// <summary>The page before, or null.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>The page after, or null.</summary>
    public string? NextPath { get; init; }

    /// <summary>The same as a table for spreadsheets.</summary>
    public required string CsvPath { get; init; }
}
