using ProgramReview.Core.Deadlines;
using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class TemplatePlanTests
{
    [Fact]
    public void It_counts_from_the_start_and_ends_within_about_three_minutes()
    {
        var plan = HanoiPlanTests.Valid(
            PlanFile.Read(PlanText.Template, "plan.yaml", PlanText.Start)
        );

        Assert.Equal(PlanText.Start, plan.Opens);
        Assert.Equal(Deadline.At(PlanText.Start.AddSeconds(40)), plan.ReportTypes[0].Due);
        Assert.Equal([PlanText.Start.AddSeconds(20)], plan.ReportTypes[0].Reminders);
        Assert.Equal(["north", "south"], plan.ReportTypes[0].OwedBy);
        var end =
            plan.ReportTypes.Max(type => type.Closes.Remaining(PlanText.Start))
            + plan.Approval.Closes;
        Assert.InRange(end, TimeSpan.Zero, TimeSpan.FromSeconds(180));
    }

    [Fact]
    public void A_start_between_two_seconds_counts_from_the_whole_one() =>
        Assert.Equal(
            PlanText.Start,
            HanoiPlanTests
                .Valid(
                    PlanFile.Read(
                        PlanText.Template,
                        "plan.yaml",
                        PlanText.Start.AddMilliseconds(700)
                    )
                )
                .Opens
        );

    [Fact]
    public void Without_a_start_there_is_one_fault_that_says_so()
    {
        var fault = Assert.Single(PlanFile.Read(PlanText.Template, "plan.yaml", null).Faults);

        Assert.Equal("opens", fault.Path);
        Assert.Contains("no start", fault.Message, StringComparison.Ordinal);
    }
}
