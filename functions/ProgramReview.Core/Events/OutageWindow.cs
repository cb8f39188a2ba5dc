namespace ProgramReview.Core.Events;

/// <summary>A stretch of time in which the product could not be reached, as a person declares it.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">From then on it could be reached again.</param>
public sealed record OutageWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>From its beginning to its end; never negative.</summary>
    public TimeSpan Length() => To - From;

    /// <summary>Whether two of them share an instant.</summary>
    public bool Overlaps(OutageWindow other) => From < other.To && other.From < To;
}
