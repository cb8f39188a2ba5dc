using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>The plans that scenarios run on.</summary>
internal static class Plans
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public static PlanLookup Hanoi()
    {
        var file = SourceTree.PathOf("plans/hanoi-01-ctr-tu/plan.yaml");
        var reading = PlanFile.Read(File.ReadAllText(file), file, start: null);
        return new PlanLookup(
            reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults))
        );
    }

    /// <summary>A small one, opened on a Monday morning.</summary>
    public static Plan Small() => SmallPlan.At(Opens);
}
