using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

public sealed class SegmentedClockTests
{
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider wall = new(
        new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)
    );
    private readonly MemoryClockStore store = new();

    [Fact]
    public void Time_runs_at_the_chosen_speed_and_stands_still_while_paused()
    {
        using var clock = SegmentedClock.Open(wall, store, Start);

        wall.Advance(TimeSpan.FromSeconds(10));
        clock.Run(3_600);
        wall.Advance(TimeSpan.FromSeconds(2));
        clock.Pause();
        wall.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddSeconds(10).AddHours(2), clock.GetUtcNow());
        Assert.True(clock.IsPaused);
        clock.Run();
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(10).AddHours(3), clock.GetUtcNow());
    }

    [Fact]
    public void A_jump_goes_forward_only()
    {
        using var clock = SegmentedClock.Open(wall, store, Start);

        clock.JumpTo(Start.AddDays(3));
        clock.JumpTo(Start.AddDays(1));

        Assert.Equal(Start.AddDays(3), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_follows_speed_jumps_and_pauses()
    {
        using var clock = SegmentedClock.Open(wall, store, Start);
        var rung = 0;
        using var timer = clock.CreateTimer(
            _ => rung++,
            null,
            TimeSpan.FromHours(1),
            Timeout.InfiniteTimeSpan
        );

        wall.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, rung);
        clock.Pause();
        wall.Advance(TimeSpan.FromHours(10));
        Assert.Equal(0, rung);
        clock.Run(60);
        wall.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(0, rung);
        wall.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal(1, rung);

        timer.Change(TimeSpan.FromDays(90), TimeSpan.FromDays(1));
        clock.JumpTo(Start.AddDays(100));
        wall.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, rung);
    }

    [Fact]
    public void A_timer_is_never_early() =>
        Gen.Select(
                Gen.Double[0.01, 500_000],
                Gen.Long[0, TimeSpan.TicksPerDay],
                Gen.Long[1, TimeSpan.TicksPerSecond].Array[1, 8]
            )
            .Sample(
                (speed, due, steps) =>
                {
                    var time = new FakeTimeProvider();
                    using var clock = SegmentedClock.Open(
                        time,
                        new MemoryClockStore(),
                        Start,
                        speed
                    );
                    DateTimeOffset? rung = null;
                    using var timer = clock.CreateTimer(
                        _ => rung = clock.GetUtcNow(),
                        null,
                        TimeSpan.FromTicks(due),
                        Timeout.InfiniteTimeSpan
                    );
                    foreach (var step in steps)
                    {
                        time.Advance(TimeSpan.FromTicks(step));
                        clock.SetSpeed(Math.Min(clock.Speed * 1.5, 10_000_000));
                    }

                    return rung is null || rung >= Start.AddTicks(due);
                },
                iter: 200
            );

    [Fact]
    public void Elapsed_time_is_product_time()
    {
        using var clock = SegmentedClock.Open(wall, store, Start, 600);
        var began = clock.GetTimestamp();

        wall.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromMinutes(30), clock.GetElapsedTime(began));
    }

    [Fact]
    public void The_time_between_two_runs_does_not_count()
    {
        var first = SegmentedClock.Open(wall, store, Start, 60);
        wall.Advance(TimeSpan.FromSeconds(30));
        var stopped = first.GetUtcNow();
        first.Dispose();
        wall.Advance(TimeSpan.FromDays(2));

        using var second = SegmentedClock.Open(wall, store, Start.AddYears(9));

        Assert.Equal(stopped, second.GetUtcNow());
        Assert.Equal(60, second.Speed);
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(stopped.AddMinutes(1), second.GetUtcNow());
    }

    [Fact]
    public void After_a_crash_no_instant_comes_twice_and_at_most_the_lease_is_lost()
    {
        var crashed = SegmentedClock.Open(wall, store, Start, 1_000);
        wall.Advance(TimeSpan.FromSeconds(7.3));
        var last = crashed.GetUtcNow();
        var kept = store.State;
        crashed.Dispose();
        store.State = kept;
        wall.Advance(TimeSpan.FromHours(1));

        using var second = SegmentedClock.Open(wall, store, Start);

        Assert.InRange(second.GetUtcNow(), last, last.AddSeconds(2 * 1_000));
    }

    [Fact]
    public void A_pause_outlives_the_run()
    {
        var first = SegmentedClock.Open(wall, store, Start);
        first.Pause();
        first.Dispose();

        using var second = SegmentedClock.Open(wall, store, Start);

        Assert.True(second.IsPaused);
        wall.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start, second.GetUtcNow());
    }

    [Fact]
    public void The_wall_going_back_does_not_take_product_time_with_it()
    {
        using var clock = SegmentedClock.Open(wall, store, Start, 10);
        wall.Advance(TimeSpan.FromSeconds(5));
        var before = clock.GetUtcNow();
        wall.AdjustTime(wall.GetUtcNow().AddSeconds(-3));

        Assert.Equal(before, clock.GetUtcNow());
    }

    [Fact]
    public void The_file_keeps_what_was_saved()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("clock").FullName, "clock.json");
        var state = new ClockState(
            [new ClockSegment(Start, Start.AddDays(1), 2.5)],
            2.5,
            true,
            Start.AddSeconds(2)
        );

        new FileClockStore(path).Save(state);
        var read = new FileClockStore(path).Load()!;

        Assert.Equal(state.Segments, read.Segments);
        Assert.Equal(state with { Segments = [] }, read with { Segments = [] });
    }

    [Fact]
    public void The_file_keeps_thousands_of_segments_and_only_a_torn_last_line_is_dropped()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("clock").FullName, "clock.json");
        var store = new FileClockStore(path);
        var segments = Enumerable
            .Range(0, 3_000)
            .Select(i => new ClockSegment(
                Start.AddSeconds(i),
                Start.AddDays(i),
                10,
                Start.AddDays(i)
            ))
            .ToList();
        for (var count = 1; count <= segments.Count; count++)
        {
            store.Save(new ClockState(segments[..count], 10, false, Start.AddDays(count)));
        }

        Assert.Equal(segments, new FileClockStore(path).Load()!.Segments);
        File.AppendAllText(path, """{"segments":[{"wall":"2026-""");
        Assert.Equal(segments, new FileClockStore(path).Load()!.Segments);
        new FileClockStore(path).Save(new ClockState(segments, 10, true, Start.AddYears(9)));
        Assert.Single(File.ReadAllLines(path));
        Assert.True(new FileClockStore(path).Load()!.Paused);
    }

    [Fact]
    public void A_clock_that_is_sped_up_stands_where_it_may_not_go_on_and_a_real_one_does_not()
    {
        using var clock = SegmentedClock.Open(wall, store, Start, isPaced: true);
        wall.Advance(TimeSpan.FromSeconds(10));
        clock.SetSpeed(3_600);
        wall.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddSeconds(10), clock.GetUtcNow());

        clock.LetRunTo(Start.AddHours(2));
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(10).AddHours(1), clock.GetUtcNow());
        wall.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Start.AddHours(2), clock.GetUtcNow());
        Assert.Equal(Start.AddHours(2), clock.ToProduct(wall.GetUtcNow()));

        clock.SetSpeed(1);
        wall.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Start.AddHours(2).AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void What_storage_stamps_while_the_clock_stands_belongs_to_where_it_stands()
    {
        using var clock = SegmentedClock.Open(wall, store, Start);
        var storage = new StorageTime(clock, wall);
        var millisecond = wall.GetUtcNow();
        wall.Advance(TimeSpan.FromMicroseconds(300));
        clock.Pause();
        clock.JumpTo(Start.AddDays(7));
        wall.Advance(TimeSpan.FromMicroseconds(300));

        Assert.Equal(Start.AddDays(7), storage.ToProduct(millisecond));
    }

    [Fact]
    public void A_paced_clock_that_was_fast_does_not_run_before_the_host_has_started_again()
    {
        var first = SegmentedClock.Open(wall, store, Start, 60_000, isPaced: true);
        first.LetRunTo(Start.AddDays(1));
        wall.Advance(TimeSpan.FromMinutes(1));
        first.Dispose();
        wall.Advance(TimeSpan.FromMinutes(1));

        using var second = SegmentedClock.Open(wall, store, Start, isPaced: true);

        wall.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Start.AddDays(1), second.GetUtcNow());
    }

    [Theory]
    [InlineData(
        """{"wall":"2026-03-01T09:00:00Z","product":"2024-08-01T00:00:00Z","speed":1},{"wall":"2026-02-01T09:00:00Z","product":"2024-09-01T00:00:00Z","speed":1}"""
    )]
    [InlineData("""{"wall":"2026-03-01T09:00:00Z","product":"2024-08-01T00:00:00Z","speed":-1}""")]
    [InlineData("null")]
    [InlineData("")]
    public void A_clock_that_no_run_could_have_left_is_refused_with_the_remedy(string segments)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("clock").FullName, "clock.json");
        File.WriteAllText(
            path,
            $$"""{"segments":[{{segments}}],"speed":1,"paused":false,"runsUntil":"2026-03-01T09:00:00Z"}"""
        );

        var refused = Assert.Throws<StartException>(() => new FileClockStore(path).Load());

        Assert.Contains("--fresh", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_file_without_a_clock_is_refused(string json)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("clock").FullName, "clock.json");
        File.WriteAllText(path, json);

        Assert.Throws<StartException>(() => new FileClockStore(path).Load());
    }
}
