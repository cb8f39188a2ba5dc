using ProgramReview.Core.Events;
using Xunit;

namespace ProgramReview.Core.Tests.Events;

public sealed class OutstandingCheckTests
{
    private static readonly DateTimeOffset Noticed = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly OutstandingCheck Check = new("a/b/c", Noticed);

    [Fact]
    public void It_is_asked_for_less_and_less_often_and_at_last_every_hour()
    {
        var asked = new List<int>();
        for (var minute = 1; minute <= 300; minute++)
        {
            if (Check.IsDue(Noticed.AddMinutes(minute - 1), Noticed.AddMinutes(minute)))
            {
                asked.Add(minute);
            }
        }

        Assert.Equal([2, 4, 8, 16, 32, 92, 152, 212, 272], asked);
    }

    [Fact]
    public void Whoever_never_asked_asks_at_once_but_not_while_the_message_is_young()
    {
        Assert.False(Check.IsDue(DateTimeOffset.MinValue, Noticed.AddMinutes(2).AddTicks(-1)));
        Assert.True(Check.IsDue(DateTimeOffset.MinValue, Noticed.AddMinutes(2)));
        Assert.True(Check.IsDue(DateTimeOffset.MinValue, Noticed.AddDays(400)));
    }

    [Fact]
    public void What_fell_due_while_nobody_looked_is_asked_for_once()
    {
        var back = Noticed.AddHours(7);

        Assert.True(Check.IsDue(Noticed.AddMinutes(3), back));
        Assert.False(Check.IsDue(back, back));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    public void A_clock_that_was_set_back_asks_for_nothing(int minutes) =>
        Assert.False(Check.IsDue(Noticed.AddHours(1), Noticed.AddMinutes(minutes)));
}
