namespace ProgramReview.Core.Planning;

/// <summary>How many mails a provider takes from this sender; null sets no limit. A plan is warned by it, nothing is held back.</summary>
/// <param name="PerMinute">In a minute.</param>
/// <param name="PerHour">In an hour.</param>
/// <param name="PerDay">In a day.</param>
public sealed record MailQuota(int? PerMinute, int? PerHour, int? PerDay)
{
    /// <summary>How long after the first the last of so many mails leaves, when all are ready at once.</summary>
    public TimeSpan Delay(int mails)
    {
        ReadOnlySpan<TimeSpan> waits =
        [
            Wait(mails, PerMinute, TimeSpan.FromMinutes(1)),
            Wait(mails, PerHour, TimeSpan.FromHours(1)),
            Wait(mails, PerDay, TimeSpan.FromDays(1)),
        ];
        var longest = TimeSpan.Zero;
        foreach (var wait in waits)
        {
            longest = wait > longest ? wait : longest;
        }
        return longest;
    }

    // A full window is waited out once for each time it is filled by those before.
    private static TimeSpan Wait(int mails, int? limit, TimeSpan window) =>
        limit is { } most && mails > 0 ? window * ((mails - 1) / most) : TimeSpan.Zero;
}
