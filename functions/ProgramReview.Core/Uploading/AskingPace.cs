using ProgramReview.Core.Events;

namespace ProgramReview.Core.Uploading;

/// <summary>Bounds what one person who asks over and over can put on record, without costing anybody a deadline.</summary>
public static class AskingPace
{
    /// <summary>
    /// How many permissions a person gets within <see cref="Day"/> as fast as they ask. A line that breaks every few minutes, tried
    /// through a working day, stays below it; so does a person who sends ten versions of a report.
    /// </summary>
    public const int Free = 60;

    /// <summary>How many equal refusals of a person within <see cref="Hour"/> are put on record; the first is the one that proves something.</summary>
    public const int RefusalsAnHour = 10;

    /// <summary>The time that permissions are counted in.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The time that refusals are counted in.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>How far ahead of <c>due</c> and of <c>closes</c> every second may count: slow lines need an hour for a large file.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(2);

    /// <summary>The pause between two permissions beyond <see cref="Free"/>, far from both instants.</summary>
    public static readonly TimeSpan PauseFar = TimeSpan.FromMinutes(10);

    /// <summary>The same, near one of them: shorter than it takes a person to choose the file again, so it keeps nobody from being on time.</summary>
    public static readonly TimeSpan PauseNear = TimeSpan.FromSeconds(10);

    /// <summary>How long a person must wait for the next permission, or null if it may be given now.</summary>
    /// <param name="entries">The assignment's stream.</param>
    /// <param name="person">Whose link it is.</param>
    /// <param name="now">The present.</param>
    public static TimeSpan? Wait(IReadOnlyList<Entry> entries, string person, DateTimeOffset now)
    {
        var given = Within(entries, Day, now)
            .Where(entry =>
                entry.Event is AssignmentEvent.UploadPermitted one && one.Person == person
            )
            .Take(Free)
            .ToList();
        if (given.Count < Free || AssignmentState.Of(entries).Current is not { } current)
        {
            return null;
        }
        var since = now - given[0].RecordedAt;
        var toNear = new[] { current.DueInForce, current.Closes }
            .Select(limit => limit.Remaining(now))
            .Where(left => left > TimeSpan.Zero)
            .Select(left => left - Near)
            .DefaultIfEmpty(TimeSpan.MaxValue)
            .Min();
        var wait = toNear <= TimeSpan.Zero ? PauseNear - since : Shorter(PauseFar - since, toNear);
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>
    /// The latest equal refusal on record, if there are so many that one more is not written; null if the attempt goes on record. Equal is
    /// what one person was refused for one reason, part and window.
    /// </summary>
    /// <param name="entries">The assignment's stream.</param>
    /// <param name="person">Whose link it is.</param>
    /// <param name="part">The part it was for.</param>
    /// <param name="code">Why it is refused.</param>
    /// <param name="now">The present.</param>
    public static Entry? Standing(
        IReadOnlyList<Entry> entries,
        string person,
        string part,
        string code,
        DateTimeOffset now
    )
    {
        var window = AssignmentState.Of(entries).Current?.Number ?? 0;
        var equal = Within(entries, Hour, now)
            .Where(entry =>
                entry.Event is AssignmentEvent.AttemptRefused one
                && (one.Person, one.Part, one.Code, one.Window) == (person, part, code, window)
            )
            .Take(RefusalsAnHour)
            .ToList();
        return equal.Count < RefusalsAnHour ? null : equal[0];
    }

    // Newest first. A stream is written in order, so what lies before the time need not be read.
    private static IEnumerable<Entry> Within(
        IReadOnlyList<Entry> entries,
        TimeSpan time,
        DateTimeOffset now
    ) => entries.Reverse().TakeWhile(entry => now - entry.RecordedAt < time);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
