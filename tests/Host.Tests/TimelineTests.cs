using CsCheck;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Wall = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Product = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Segments that each last a while, at any speed, some with a jump before the next.</summary>
    private static readonly Gen<Timeline> Timelines =
        from steps in Gen.Select(
            Gen.Long[0, TimeSpan.TicksPerMinute],
            Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0.001, 1_000_000]),
            Gen.OneOf(Gen.Const(0L), Gen.Long[0, TimeSpan.TicksPerDay])
        ).Array[1, 12]
        select Build(steps);

    [Fact]
    public void Product_time_never_goes_back() =>
        Gen.Select(Timelines, Instants, Instants)
            .Sample(
                (timeline, one, other) =>
                    timeline.ToProduct(Min(one, other)) <= timeline.ToProduct(Max(one, other))
            );

    [Fact]
    public void A_wall_instant_found_for_a_product_instant_is_the_first_at_which_it_is_reached() =>
        Gen.Select(Timelines, Gen.Long[-TimeSpan.TicksPerDay, 40 * TimeSpan.TicksPerDay])
            .Sample(
                (timeline, ticks) =>
                {
                    var product = Product.AddTicks(ticks);
                    return timeline.ToWall(product) is not { } wall
                        || (
                            timeline.ToProduct(wall) >= product
                            && timeline.ToProduct(wall.AddTicks(-1)) < product
                        );
                }
            );

    [Fact]
    public void There_and_back_leads_to_the_same_product_instant() =>
        Gen.Select(Timelines, Instants)
            .Sample(
                (timeline, wall) =>
                {
                    var product = timeline.ToProduct(wall);
                    return timeline.ToWall(product) is { } back
                        && back <= wall
                        && timeline.ToProduct(back) == product;
                }
            );

    [Fact]
    public void A_product_instant_beyond_a_pause_has_no_wall_instant_yet()
    {
        var timeline = Timeline.Of([
            new ClockSegment(Wall, Product, 1),
            new ClockSegment(Wall.AddSeconds(5), Product.AddSeconds(5), 0),
        ]);

        Assert.Null(timeline.ToWall(Product.AddSeconds(6)));
        Assert.Equal(Wall.AddSeconds(5), timeline.ToWall(Product.AddSeconds(5)));
    }

    [Fact]
    public void A_timeline_that_would_go_back_is_refused()
    {
        var timeline = Timeline.Of([new ClockSegment(Wall, Product, 60)]);

        Assert.Throws<ArgumentException>(() =>
            timeline.Then(new ClockSegment(Wall.AddSeconds(1), Product.AddSeconds(59), 1))
        );
        Assert.Throws<ArgumentException>(() =>
            timeline.Then(new ClockSegment(Wall.AddSeconds(-1), Product, 1))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            timeline.Then(new ClockSegment(Wall.AddSeconds(1), Product.AddDays(1), -1))
        );
    }

    private static Gen<DateTimeOffset> Instants =>
        Gen.Long[-TimeSpan.TicksPerMinute, 15 * TimeSpan.TicksPerMinute]
            .Select(ticks => Wall.AddTicks(ticks));

    private static Timeline Build((long Lasts, double Speed, long Jump)[] steps)
    {
        var timeline = Timeline.Of([new ClockSegment(Wall, Product, steps[0].Speed)]);
        foreach (var (lasts, speed, jump) in steps)
        {
            var wall = timeline.Current.Wall.AddTicks(lasts);
            timeline = timeline.Then(
                new ClockSegment(wall, timeline.Current.At(wall).AddTicks(jump), speed)
            );
        }

        return timeline;
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) =>
        one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) =>
        one < other ? other : one;
}
