using System.Diagnostics.CodeAnalysis;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning;

/// <summary>What reading a plan file gave: the plan, or all its faults.</summary>
public sealed record PlanReading
{
    internal PlanReading(Plan plan, IReadOnlyList<PlacedWarning> warnings)
    {
        Plan = plan;
        Warnings = warnings;
    }

    internal PlanReading(IReadOnlyList<PlanFault> faults) => Faults = faults;

    /// <summary>The plan with absolute instants; null if there are faults.</summary>
    public Plan? Plan { get; }

    /// <summary>Every fault with its line and remedy, in order of lines; empty exactly if there is a plan.</summary>
    public IReadOnlyList<PlanFault> Faults { get; } = [];

    /// <summary>What the plan's author should look at; a cycle may start all the same.</summary>
    public IReadOnlyList<PlacedWarning> Warnings { get; } = [];

    /// <summary>Whether a cycle may start from the plan.</summary>
    [MemberNotNullWhen(true, nameof(Plan))]
    public bool IsValid => Plan is not null;
}
