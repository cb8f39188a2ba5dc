using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Planning;

public sealed class PlanRulesTests
{
    public static TheoryData<string> Cases => [.. RuleCases.All.Keys];

    [Fact]
    public void A_valid_plan_has_no_fault() => Assert.Empty(PlanRules.Check(SamplePlan.Plan));

    [Fact]
    public void A_valid_plan_with_figures_and_parts_has_no_fault() =>
        Assert.Empty(PlanRules.Check(SamplePlan.Figures));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_found_at_its_place_and_nothing_else_is(string name)
    {
        var (change, found) = RuleCases.All[name];

        var findings = PlanRules.Check(change(SamplePlan.Plan));

        Assert.Equal(
            found.Order(),
            findings.Select(finding => $"{finding.Rule} {finding.Path}").Order()
        );
        Assert.All(
            findings,
            finding => Assert.False(finding.Message.EndsWith('.') || finding.Remedy.EndsWith('.'))
        );
    }

    [Fact]
    public void Every_rule_has_a_case_and_a_code_of_its_own()
    {
        var covered = RuleCases
            .All.Values.SelectMany(entry => entry.Found)
            .Select(found => found.Split(' ')[0])
            .Distinct();

        Assert.Equal(PlanRules.All.Select(rule => rule.Code).Order(), covered.Order());
    }

    [Fact]
    public void All_faults_of_a_plan_are_reported_at_once()
    {
        var plan = SamplePlan.Plan with
        {
            Version = 0,
            ConsolidatedReport = "r6",
            TimeZone = "Nowhere",
        };

        Assert.Equal(3, PlanRules.Check(plan).Count);
    }

    [Fact]
    public void Rules_that_look_at_an_unread_part_keep_silent()
    {
        var plan = SamplePlan.Plan with { Version = 0, Bodies = [] };

        var findings = PlanRules.Check(plan, new HashSet<string> { "bodies" });

        Assert.Equal("version", Assert.Single(findings).Path);
    }

    [Fact]
    public void A_contact_may_also_approve_under_the_same_id()
    {
        var contact = SamplePlan.Plan.Bodies[0].Contacts[0];
        var plan = SamplePlan.Plan with
        {
            Approval = SamplePlan.Plan.Approval with
            {
                Approvers = [contact, SamplePlan.Person("deputy")],
            },
        };

        Assert.Empty(PlanRules.Check(plan));
    }
}
