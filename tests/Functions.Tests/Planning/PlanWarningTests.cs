using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class PlanWarningTests
{
    [Fact]
    public void The_shipped_plan_is_warned_only_that_its_addresses_reach_nobody() =>
        Assert.Equal(
            ["address-reaches-nobody"],
            Read(PlanText.Hanoi).Warnings.Select(placed => placed.Warning.Code)
        );

    [Fact]
    public void A_warning_names_the_line_and_tells_what_to_do_in_every_language()
    {
        var reading = Read(
            FrozenPlan.Text.Replace(
                "reminders: [81h, 177h]",
                "reminders: [72h]",
                StringComparison.Ordinal
            )
        );

        var placed = Assert.Single(
            reading.Warnings,
            placed => placed.Warning.Code == "reminder-at-night"
        );
        Assert.Equal(PlanText.LineOf(FrozenPlan.Text, "[81h"), placed.Line);
        var plan = new PlanLookup(reading.Plan!);
        Assert.Contains("Fri 4 Oct 2024, 00:00", placed.Show(Language.En, plan));
        Assert.Equal(
            3,
            Enum.GetValues<Language>()
                .Select(language => placed.Show(language, plan))
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public void What_ends_at_midnight_ends_at_24_00_in_a_warning_as_on_every_page()
    {
        var plan = new PlanLookup(Read(PlanText.Hanoi).Plan!);
        const string Midnight = "2024-10-01T00:00:00+07:00";

        string Told(string code, params string[] arguments) =>
            PlanWarningText
                .Show(Language.En, plan, new PlanWarning(code, "approval", arguments))
                .Message;

        var correction = Told("correction-too-short", Midnight, PlanWarning.Limit + Midnight);
        Assert.Contains("asked for at Tue 1 Oct 2024, 00:00", correction, StringComparison.Ordinal);
        Assert.Contains("due at Mon 30 Sep 2024, 24:00", correction, StringComparison.Ordinal);
        Assert.Contains(
            "Mon 30 Sep 2024, 24:00",
            Told("quorum-nobody-at-work", Midnight, PlanWarning.Limit + Midnight),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Mon 30 Sep 2024, 24:00",
            Told("link-ends-before-close", "r1", "90", PlanWarning.Limit + "2024-09-30T17:00:00Z"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_warning_has_its_words() =>
        Assert.All(
            PlanWarnings.Codes,
            code =>
                Assert.True(
                    Text.Has($"plan-warning.{code}") && Text.Has($"plan-warning.{code}.remedy"),
                    code
                )
        );

    [Fact]
    public void A_mail_quota_is_read()
    {
        var reading = Read(FrozenPlan.Text + "\nmail:\n  quota: { perMinute: 30, perDay: 500 }\n");

        Assert.Equal(new MailQuota(30, null, 500), reading.Plan!.MailQuota);
    }

    [Theory]
    [InlineData("outages: { extendBy: window, atMost: 3d }", OutageExtension.Window, 72)]
    [InlineData("outages: { extendBy: window }", OutageExtension.Window, null)]
    [InlineData("outages: { extendBy: none }", OutageExtension.None, null)]
    [InlineData("outages: { atMost: 3d }", OutageExtension.None, 72)]
    public void What_an_outage_does_is_read(string text, OutageExtension extend, int? hours)
    {
        var yaml = FrozenPlan.Text.Replace(
            "outages:\n  extendBy: window\n  atMost: 3d\n",
            $"{text}\n",
            StringComparison.Ordinal
        );

        Assert.Equal(
            new OutagePlan(extend, hours is { } most ? TimeSpan.FromHours(most) : null),
            Read(yaml).Plan!.Outages
        );
    }

    [Fact]
    public void A_quota_that_is_no_number_is_a_fault_at_its_line()
    {
        var reading = Read(FrozenPlan.Text + "\nmail:\n  quota: { perHour: many }\n");

        Assert.Equal("mail.quota.perHour", Assert.Single(reading.Faults).Path);
    }

    private static PlanReading Read(string yaml) => PlanFile.Read(yaml, "plan.yaml", null);
}
