namespace ProgramReview.Local.Host.Time;

/// <summary>From <paramref name="Wall"/> on, product time runs from <paramref name="Product"/> at <paramref name="Speed"/>; 0 is a pause.</summary>
/// <param name="Wall">The wall instant at which the segment begins.</param>
/// <param name="Product">The product instant at which the segment begins.</param>
/// <param name="Speed">Product seconds in a wall second.</param>
/// <param name="Until">The product instant at which time stands still by itself, since work waits there; nothing lets it run on.</param>
internal sealed record ClockSegment(
    DateTimeOffset Wall,
    DateTimeOffset Product,
    double Speed,
    DateTimeOffset? Until = null
)
{
    /// <summary>The product instant at a wall instant of this segment.</summary>
    public DateTimeOffset At(DateTimeOffset wall)
    {
        var room = (Until ?? DateTimeOffset.MaxValue).UtcTicks - Product.UtcTicks;
        var run = Math.Floor((wall.UtcTicks - Wall.UtcTicks) * Speed);
        return Product.AddTicks(run >= room ? room : (long)run);
    }
}
