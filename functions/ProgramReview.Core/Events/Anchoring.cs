namespace ProgramReview.Core.Events;

/// <summary>When the chains are joined, and under which occasion.</summary>
public static class Anchoring
{
    /// <summary>The day that is over at an instant: yesterday in the plan's zone.</summary>
    public static DateOnly DayBefore(DateTimeOffset now, TimeZoneInfo zone) =>
        DayOf(now, zone).AddDays(-1);

    /// <summary>The day an instant lies in, in the plan's zone.</summary>
    public static DateOnly DayOf(DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>
    /// Whether anything happened since the last anchor. On a day without events no anchor is needed: the last one still covers all.
    /// </summary>
    /// <param name="cycle">The cycle's own stream.</param>
    /// <param name="heads">The heads of the assignments' chains.</param>
    public static bool IsDue(IReadOnlyList<Entry> cycle, ChainHeads heads)
    {
        for (var i = cycle.Count - 1; i >= 0; i--)
        {
            switch (cycle[i].Event)
            {
                case CycleEvent.Anchored last:
                    return last.Root != heads.Root;
                // The letters that carried the last anchor are no news to anchor.
                case CycleEvent.Mailed { Kind: MailKindOfAnchors }:
                    break;
                default:
                    return true;
            }
        }
        return cycle.Count > 0;
    }

    /// <summary>The kind of the letters that carry anchors to auditors.</summary>
    public const string MailKindOfAnchors = "AnchoredLetter";
}
