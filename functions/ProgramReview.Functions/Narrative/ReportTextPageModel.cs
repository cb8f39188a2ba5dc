using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Narrative;

/// <summary>What one report says, section by section.</summary>
public sealed record ReportTextPageModel : IPageModel
{
    /// <summary>So many letters stand on a page, and whatever a paragraph needs to end.</summary>
    public const int Letters = 20_000;

    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The report.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>What counts; null where nothing does.</summary>
    public required CountingText? Counting { get; init; }

    /// <summary>Which page of it, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The page's own path, without a query.</summary>
    public required string Path { get; init; }

    /// <summary>The texts of all.</summary>
    public required string BackPath { get; init; }
}
