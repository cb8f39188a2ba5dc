using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>All cycles, and a form that starts one from a shipped plan or from a file.</summary>
public sealed record CycleListPageModel : IPageModel
{
    /// <summary>Reader and instant; no plan.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The cycles, newest first.</summary>
    public required IReadOnlyList<CycleRow> Cycles { get; init; }

    /// <summary>The plans that can be started, by name; empty hides the form.</summary>
    public required IReadOnlyList<string> Plans { get; init; }

    /// <summary>Where the form posts to.</summary>
    public string StartPath { get; init; } = "/api/cycles";

    /// <summary>What was filled in before and why it started nothing, or null.</summary>
    public FormAnswer? Start { get; init; }

    /// <summary>Every fault of the plan that was sent.</summary>
    public IReadOnlyList<PlanFault> Faults { get; init; } = [];

    /// <summary>What a second press starts, or null.</summary>
    public StartPreview? Preview { get; init; }
}
