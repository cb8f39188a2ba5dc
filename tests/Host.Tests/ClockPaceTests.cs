using Microsoft.Extensions.Time.Testing;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

public sealed class ClockPaceTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider wall = new(
        new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)
    );
    private readonly SegmentedClock clock;
    private readonly ClockPace pace;
    private readonly Duty duty = new();
    private readonly Place place = new();

    public ClockPaceTests()
    {
        clock = SegmentedClock.Open(wall, new MemoryClockStore(), Start, isPaced: true);
        pace = new ClockPace(clock, wall);
    }

    public void Dispose()
    {
        pace.Dispose();
        clock.Dispose();
    }

    [Fact]
    public void A_fast_clock_does_not_pass_what_is_due_until_that_is_done_however_long_it_takes()
    {
        duty.NextWork = Start.AddDays(10);
        pace.Start([duty], []);
        clock.SetSpeed(86_400);

        wall.Advance(TimeSpan.FromHours(5));
        Assert.Equal(Start.AddDays(10), clock.GetUtcNow());
        Assert.Equal("duty", pace.WaitsFor);

        duty.NextWork = Start.AddDays(30);
        pace.Reconsider();
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddDays(11), clock.GetUtcNow());
    }

    [Fact]
    public void It_stands_while_anything_is_at_work_and_before_all_has_started()
    {
        clock.SetSpeed(86_400);
        wall.Advance(TimeSpan.FromHours(5));
        Assert.Equal(Start, clock.GetUtcNow());

        pace.Start([duty], []);
        wall.Advance(TimeSpan.FromSeconds(1));
        var one = pace.Begin("a page");
        using (pace.Begin("a page"))
        {
            one.Dispose();
            one.Dispose();
            wall.Advance(TimeSpan.FromHours(1));
            Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
            Assert.Equal("a page", pace.WaitsFor);
        }

        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddDays(2), clock.GetUtcNow());
    }

    [Fact]
    public void A_real_clock_waits_for_nothing()
    {
        duty.NextWork = DateTimeOffset.MinValue;
        pace.Start([duty], [place]);
        using var work = pace.Begin("a page");

        wall.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddMinutes(1), clock.GetUtcNow());
    }

    [Fact]
    public void Work_that_nobody_tells_of_is_looked_for_until_a_look_beside_which_nothing_happened_finds_none()
    {
        pace.Start([duty], [place]);
        clock.SetSpeed(86_400);
        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start, clock.GetUtcNow());

        // Found something, out of reach, found nothing but something was done meanwhile, found nothing.
        place.Answer(false);
        place.Answer(false);
        pace.Begin("a message").Dispose();
        place.Answer(true);
        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start, clock.GetUtcNow());
        place.Answer(true);

        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Quiet_is_when_nobody_else_has_anything_to_do()
    {
        var other = new Duty { NextWork = Start };
        pace.Start([duty, other], []);
        duty.NextWork = Start;
        clock.SetSpeed(86_400);

        var quiet = pace.QuietAsync(but: duty);
        Assert.False(quiet.IsCompleted);
        other.NextWork = Start.AddDays(1);
        pace.Reconsider();

        await quiet;
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void Whoever_waits_for_the_instant_hears_that_it_has_come_also_when_its_own_timer_was_set_a_little_late()
    {
        var heard = 0;
        duty.NextWork = Start.AddDays(1).AddTicks(7);
        pace.Arrived = () => heard++;
        pace.Start([duty], []);
        clock.SetSpeed(86_400);

        wall.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(0, heard);
        wall.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal(1, heard);
        Assert.Equal(Start.AddDays(1).AddMilliseconds(1), clock.GetUtcNow());
    }

    private sealed class Duty : IWork
    {
        public string Name => "duty";

        public DateTimeOffset? NextWork { get; set; }
    }

    private sealed class Place : ILook
    {
        private TaskCompletionSource<bool> look = new();

        public Task<bool> IsEmptyAsync(CancellationToken stop) => look.Task;

        public void Answer(bool isEmpty)
        {
            var answered = look;
            look = new();
            answered.SetResult(isEmpty);
        }
    }
}
