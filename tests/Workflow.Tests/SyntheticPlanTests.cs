using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.Plans;

namespace ProgramReview.Workflow.Tests;

public sealed class SyntheticPlanTests
{
    private static readonly Plan Shape = Plans.Small() with
    {
        Bodies = [.. Plans.Small().Bodies.Select(body => body with { Parent = null })],
    };

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(613)]
    [InlineData(12_000)]
    public void It_has_exactly_so_many_bodies_and_is_a_valid_plan(int count)
    {
        var plan = SyntheticPlan.Of(Shape, count);

        Assert.Equal(count, plan.Bodies.Count);
        Assert.Empty(PlanRules.Check(plan));
        // The office owes the summary, everybody else the part.
        Assert.Equal(count, new PlanLookup(plan).Assignments.Count);
        Assert.All(
            plan.Bodies.Where(body => body.Parent is not null).CountBy(body => body.Parent!),
            parent => Assert.InRange(parent.Value, 1, 100)
        );
    }

    [Fact]
    public void Without_room_for_a_made_up_body_it_refuses() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticPlan.Of(Shape, 1));

    [Fact]
    public void Codes_of_the_shape_do_not_come_back()
    {
        var shape = Shape with { Operations = SmallPlan.Person("unit-001-contact") };

        Assert.Empty(PlanRules.Check(SyntheticPlan.Of(shape, 20)));
    }

    [Fact]
    public void A_plan_of_authors_only_cannot_be_grown()
    {
        var shape = Shape with { Bodies = [Shape.Bodies[0]] };

        Assert.Throws<ArgumentException>(() => SyntheticPlan.Of(shape, 20));
    }
}
