using System.Collections.Immutable;

namespace ProgramReview.Local.Host.Time;

/// <summary>The whole run of a local clock: which product instant belonged to which wall instant.</summary>
internal sealed class Timeline
{
    private readonly ImmutableList<ClockSegment> segments;

    private Timeline(ImmutableList<ClockSegment> segments) => this.segments = segments;

    /// <summary>The segments, oldest first; never empty.</summary>
    public IReadOnlyList<ClockSegment> Segments => segments;

    /// <summary>The segment that runs now.</summary>
    public ClockSegment Current => segments[^1];

    /// <summary>A timeline of the given segments, which must go forward in both times.</summary>
    public static Timeline Of(IEnumerable<ClockSegment> segments)
    {
        var list = segments.ToImmutableList();
        if (list.IsEmpty || list.Any(segment => segment is null))
        {
            throw new ArgumentException("A timeline needs at least one segment.", nameof(segments));
        }

        return list.Skip(1)
            .Aggregate(new Timeline([Checked(list[0])]), (sofar, next) => sofar.Then(next));
    }

    /// <summary>The same timeline going on with another segment.</summary>
    public Timeline Then(ClockSegment next)
    {
        if (next.Wall < Current.Wall || next.Product < Current.At(next.Wall))
        {
            throw new ArgumentException(
                $"Time only goes forward: {next} cannot follow {Current}.",
                nameof(next)
            );
        }

        return new Timeline(segments.Add(Checked(next)));
    }

    /// <summary>The product instant at a wall instant; before the first segment both run alike.</summary>
    public DateTimeOffset ToProduct(DateTimeOffset wall)
    {
        var first = segments[0];
        return wall < first.Wall
            ? first.Product - (first.Wall - wall)
            : segments[IndexAt(s => s.Wall <= wall)].At(wall);
    }

    /// <summary>The first wall instant at which product time is there or past, or nothing when a pause comes before.</summary>
    public DateTimeOffset? ToWall(DateTimeOffset product)
    {
        var first = segments[0];
        if (product <= first.Product)
        {
            return first.Wall - (first.Product - product);
        }

        // The first segment that reaches it may be followed by others of the same product instant (pauses).
        var index = IndexAt(s => s.Product < product);
        var reached = Reach(segments[index], product);
        var next = index + 1 < segments.Count ? segments[index + 1].Wall : (DateTimeOffset?)null;
        return reached is { } wall && (next is null || wall < next) ? wall : next;
    }

    private static ClockSegment Checked(ClockSegment segment) =>
        segment is not { Speed: >= 0 and < double.PositiveInfinity }
            ? throw new ArgumentOutOfRangeException(
                nameof(segment),
                segment.Speed,
                "A speed is finite and not negative."
            )
        : segment.Until < segment.Product
            ? throw new ArgumentException($"Time only goes forward: {segment}.", nameof(segment))
        : segment;

    private static DateTimeOffset? Reach(ClockSegment segment, DateTimeOffset product)
    {
        if (segment.Speed == 0 || product > segment.Until)
        {
            return null;
        }

        var ticks = Math.Ceiling((product.UtcTicks - segment.Product.UtcTicks) / segment.Speed);
        if (ticks >= DateTimeOffset.MaxValue.UtcTicks - segment.Wall.UtcTicks)
        {
            return null;
        }

        // The quotient may be off by a rounding to either side.
        var wall = segment.Wall.AddTicks((long)ticks);
        while (wall > segment.Wall && segment.At(wall.AddTicks(-1)) >= product)
        {
            wall = wall.AddTicks(-1);
        }

        while (segment.At(wall) < product)
        {
            wall = wall.AddTicks(1);
        }

        return wall;
    }

    /// <summary>The last segment that fulfils a condition which, once false, stays false.</summary>
    private int IndexAt(Predicate<ClockSegment> holds)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = holds(segments[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
