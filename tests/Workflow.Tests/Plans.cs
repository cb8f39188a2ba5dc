using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

/// <summary>The plans that scenarios run on.</summary>
internal static class Plans
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>A realistic one, <see cref="FrozenPlan"/>.</summary>
    public static PlanLookup Realistic() => Read(FrozenPlan.Text, FrozenPlan.Name, start: null);

    /// <summary>A plan file without faults.</summary>
    public static PlanLookup Read(string yaml, string file, DateTimeOffset? start)
    {
        var reading = PlanFile.Read(yaml, file, start);
        return new PlanLookup(
            reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults))
        );
    }

    /// <summary>One in which units are asked for a figure too; nobody sends any, since their reports have no annex.</summary>
    public static Plan WithFigures(Plan plan) =>
        plan with
        {
            Periods =
            [
                new Period
                {
                    Code = "y2025",
                    Title = new("2025", "2025", "2025"),
                    To = new DateOnly(2025, 12, 31),
                },
            ],
            Indicators =
            [
                new Indicator
                {
                    Code = "members",
                    Name = SmallPlan.Text("Members of clubs"),
                    Unit = new("people", "people", "people"),
                    Kind = IndicatorKind.Count,
                    RollUp = RollUp.Sum,
                    Min = 0,
                    AskedOf = [new AskedOf("r1", null)],
                },
            ],
        };

    /// <summary>A small one, opened on a Monday morning.</summary>
    public static Plan Small() => SmallPlan.At(Opens);
}
