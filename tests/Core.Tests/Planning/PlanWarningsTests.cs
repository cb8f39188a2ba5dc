using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Planning;

public sealed class PlanWarningsTests
{
    public static TheoryData<string> Cases => [.. WarningCases.All.Keys];

    [Fact]
    public void A_plan_may_give_no_warning() =>
        Assert.Empty(PlanWarnings.Check(WarningCases.Quiet).Select(Said));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_warning_is_given_at_its_place_and_no_other_is(string name)
    {
        var (change, said) = WarningCases.All[name];

        var plan = change(WarningCases.Quiet);

        Assert.DoesNotContain(PlanRules.Check(plan), fault => fault.Rule != "reminder");
        Assert.Equal(said.Order(), PlanWarnings.Check(plan).Select(Said).Order());
    }

    [Fact]
    public void Every_warning_has_a_case_and_a_code_of_its_own() =>
        Assert.Equal(
            PlanWarnings.Codes.Order(),
            WarningCases
                .All.Values.SelectMany(entry => entry.Said)
                .Select(said => said.Split(' ')[0])
                .Distinct()
                .Order()
        );

    [Theory]
    [InlineData(1, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 60)]
    [InlineData(61, 120)]
    [InlineData(101, 3600)]
    [InlineData(201, 7200)]
    public void The_last_mail_of_many_waits_for_the_tightest_limit(int mails, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            new MailQuota(PerMinute: 30, PerHour: 100, PerDay: null).Delay(mails)
        );

    [Fact]
    public void Holidays_of_Vietnam_are_in_order_and_named_in_every_language()
    {
        var days = PublicHolidays.Of("VN")!;

        Assert.Equal([2024, 2025, 2026], days.Select(day => day.First.Year).Distinct());
        Assert.Equal(days.OrderBy(day => day.First), days);
        Assert.All(days, day => Assert.True(day.First <= day.Last));
        Assert.All(
            days,
            day =>
                Assert.All(
                    Enum.GetValues<Language>(),
                    language => Assert.NotEmpty(day.Name.In(language))
                )
        );
    }

    [Fact]
    public void A_working_day_is_a_whole_one_that_is_no_weekend_and_no_holiday()
    {
        var calendar = WorkCalendar.Of(WarningCases.Quiet);

        Assert.False(
            calendar.HoldsWorkingDay(WarningCases.Hanoi(8, 30, 10), WarningCases.Hanoi(9, 4, 16))
        );
        Assert.True(
            calendar.HoldsWorkingDay(WarningCases.Hanoi(8, 30, 9), WarningCases.Hanoi(8, 30, 17))
        );
        Assert.True(
            calendar.HoldsWorkingDay(WarningCases.Hanoi(8, 30, 10), WarningCases.Hanoi(9, 4, 17))
        );
    }

    private static string Said(PlanWarning warning) => $"{warning.Code} {warning.Path}";
}
