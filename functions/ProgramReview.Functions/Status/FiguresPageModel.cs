using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>
/// Figures by periods: of one indicator for all that stands directly below a node, or of one node for all indicators. Never more than a level of
/// the tree.
/// </summary>
public sealed record FiguresPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The node's name.</summary>
    public required string Name { get; init; }

    /// <summary>The indicator; null: all of them.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The nodes above, the whole first.</summary>
    public required IReadOnlyList<StatusCrumb> Crumbs { get; init; }

    /// <summary>The same node with all indicators; null on that page itself.</summary>
    public string? AllPath { get; init; }

    /// <summary>Whether figures were made at all.</summary>
    public required bool IsMade { get; init; }

    /// <summary>The node's own row for the one indicator; null where all are shown.</summary>
    public FigureTableRow? Whole { get; init; }

    /// <summary>The rows: nodes directly below, or indicators.</summary>
    public required IReadOnlyList<FigureTableRow> Rows { get; init; }

    /// <summary>The nodes directly below, where all indicators are shown.</summary>
    public IReadOnlyList<StatusCrumb> Below { get; init; } = [];

    /// <summary>What does not go together in the node's record, the heaviest first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The hash of the record that is shown.</summary>
    public string? Hash { get; init; }

    /// <summary>The same as CSV.</summary>
    public required string CsvPath { get; init; }

    /// <summary>The same as a workbook.</summary>
    public required string WorkbookPath { get; init; }

    /// <summary>The status page.</summary>
    public required string BackPath { get; init; }

    /// <summary>Where the report behind a body's own word is told of.</summary>
    public required Func<Core.Naming.AssignmentId, string> StoryOf { get; init; }

    /// <summary>The periods, in the plan's order.</summary>
    public IReadOnlyList<Period> Periods => Context.Plan!.Plan.Periods ?? [];
}
