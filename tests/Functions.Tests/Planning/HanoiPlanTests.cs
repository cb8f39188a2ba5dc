using System.Text;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class HanoiPlanTests
{
    private static readonly DateTimeOffset Close = new(2024, 9, 30, 17, 0, 0, TimeSpan.Zero);

    private static readonly Plan Plan = Valid(PlanFile.Read(PlanText.Hanoi, "plan.yaml", null));

    [Fact]
    public void Five_reports_the_summary_of_them_and_one_of_each_of_thirty_districts_are_owed()
    {
        var lookup = new PlanLookup(Plan);

        var districts = Plan.Bodies.Where(body => body.Kind == "district").ToList();
        Assert.Equal(30, districts.Count);
        Assert.Equal(
            [
                "r1 council",
                "r2 council",
                "r3 committee",
                "r4 committee",
                "r5 committee",
                "r6 organisation",
            ],
            lookup.Assignments.Take(6).Select(id => $"{id.ReportType} {id.Body}")
        );
        Assert.Equal(
            districts.Select(body => $"district {body.Code}"),
            lookup.Assignments.Skip(6).Select(id => $"{id.ReportType} {id.Body}")
        );
    }

    [Fact]
    public void Everything_closes_at_the_hard_deadline()
    {
        Assert.All(Plan.ReportTypes, type => Assert.Equal(Deadline.At(Close), type.Closes));
        Assert.Equal(new DateTimeOffset(2024, 8, 1, 1, 0, 0, TimeSpan.Zero), Plan.Opens);
    }

    [Theory]
    [InlineData("r1", "2024-09-21T00:00:00+07:00")]
    [InlineData("r5", "2024-09-21T00:00:00+07:00")]
    [InlineData("r6", "2024-10-01T00:00:00+07:00")]
    [InlineData("district", "2024-09-11T00:00:00+07:00")]
    public void Each_report_has_its_own_due(string type, string due) =>
        Assert.Equal(due, new PlanLookup(Plan).ReportType(type).Due.ToString());

    [Fact]
    public void The_consolidated_report_opens_after_the_five_it_rests_on()
    {
        var consolidated = new PlanLookup(Plan).ReportType(Plan.ConsolidatedReport);

        Assert.Equal("r6", consolidated.Code);
        Assert.Equal(["r1", "r2", "r3", "r4", "r5"], consolidated.After);
        Assert.Equal(
            new DateTimeOffset(2024, 9, 20, 17, 0, 0, TimeSpan.Zero),
            consolidated.OpensAtLatest
        );
    }

    [Fact]
    public void Reminders_come_on_working_days_at_nine()
    {
        DateOnly[] holidays = [new(2024, 9, 2), new(2024, 9, 3)];
        var reminders = Plan.ReportTypes.SelectMany(type => type.Reminders).ToList();

        Assert.All(Plan.ReportTypes, type => Assert.NotEmpty(type.Reminders));
        Assert.All(
            reminders,
            at =>
            {
                Assert.Equal(TimeSpan.FromHours(7), at.Offset);
                Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(at.DateTime));
                Assert.False(at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
                Assert.DoesNotContain(DateOnly.FromDateTime(at.DateTime), holidays);
            }
        );
    }

    [Fact]
    public void Comments_name_the_day_on_which_a_reminder_comes()
    {
        var said = PlanText
            .Hanoi.Split('\n')
            .Where(line => line.Contains("before:", StringComparison.Ordinal))
            .Select(line => line.Split("# ")[1].Trim());
        var sent = Plan.ReportTypes.SelectMany(type => type.Reminders);

        Assert.Equal(sent.Select(at => FormattableString.Invariant($"{at:dddd d MMMM}")), said);
    }

    [Fact]
    public void Five_approvers_decide_with_a_quorum_of_three()
    {
        Assert.Equal(5, Plan.Approval.Approvers.Count);
        Assert.Equal((3, 1), (Plan.Approval.Quorum, Plan.Approval.Rejections));
        Assert.Equal(TimeSpan.FromDays(10), Plan.Approval.Closes);
    }

    [Fact]
    public void Nobody_real_can_be_reached_and_every_language_is_used()
    {
        var people = Plan
            .Bodies.SelectMany(body => body.Contacts)
            .Concat(Plan.Approval.Approvers)
            .Append(Plan.Operations);

        Assert.All(people, person => Assert.EndsWith(".example", person.Email));
        Assert.Equal(
            Enum.GetValues<Language>(),
            people.Select(person => person.Language).Distinct().Order()
        );
    }

    [Fact]
    public void The_file_is_in_composed_form() =>
        Assert.True(PlanText.Hanoi.IsNormalized(NormalizationForm.FormC));

    internal static Plan Valid(PlanReading reading)
    {
        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        Assert.True(reading.IsValid);
        return reading.Plan;
    }
}
