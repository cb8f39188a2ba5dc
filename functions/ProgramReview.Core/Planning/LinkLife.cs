using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Planning;

/// <summary>How long personal links live.</summary>
public static class LinkLife
{
    /// <summary>Beyond the close, so that the sender can still see the receipt.</summary>
    public static readonly TimeSpan AfterClose = TimeSpan.FromDays(60);

    /// <summary>From when somebody asks for a fresh one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(90);

    /// <summary>When a link to a report ends that is sent now.</summary>
    /// <param name="closes">The report's <c>closes</c>.</param>
    /// <param name="now">Now.</param>
    public static DateTimeOffset EndsAfter(Deadline closes, DateTimeOffset now)
    {
        var end = closes.Show(TimeZoneInfo.Utc);
        return (end > now ? end : now) + AfterClose;
    }
}
