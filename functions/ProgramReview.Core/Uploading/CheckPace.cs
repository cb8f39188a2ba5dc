namespace ProgramReview.Core.Uploading;

/// <summary>Bounds how often one person has files checked that are not sent: enough to mend a report, too little to keep the readers busy.</summary>
public static class CheckPace
{
    /// <summary>So many within <see cref="Span"/>.</summary>
    public const int Most = 20;

    /// <summary>The time they are counted in.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait for the next one, or null if it may begin.</summary>
    /// <param name="begun">When earlier ones began, in order.</param>
    /// <param name="now">The present.</param>
    public static TimeSpan? Wait(IReadOnlyCollection<DateTimeOffset> begun, DateTimeOffset now)
    {
        var counted = begun.Where(at => now - at < Span).TakeLast(Most).ToList();
        return counted.Count < Most ? null : Span - (now - counted[0]);
    }
}
