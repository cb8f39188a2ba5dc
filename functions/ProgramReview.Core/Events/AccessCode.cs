using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>The access code that a person was given last, and every time a wrong one was typed in its place.</summary>
/// <param name="Issued">What was given, as its seal.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="Wrong">When wrong ones were typed, ascending.</param>
public sealed record AccessCode(
    CycleEvent.AccessCodeIssued Issued,
    DateTimeOffset IssuedAt,
    IReadOnlyList<DateTimeOffset> Wrong
)
{
    /// <summary>After so many wrong ones it rests.</summary>
    public const int InARow = 5;

    /// <summary>After so many wrong ones in all it opens nothing any more.</summary>
    public const int Most = 20;

    /// <summary>How long it rests.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>Whether only another code helps.</summary>
    public bool IsSpent => Wrong.Count >= Most;

    /// <summary>How often it came to rest or was spent; whoever is concerned is told each time.</summary>
    public int Stops => Wrong.Count / InARow;

    /// <summary>Until when it is taken from nobody, right or wrong; null if it is not resting.</summary>
    public DateTimeOffset? RestsUntil(DateTimeOffset now) =>
        !IsSpent && Wrong is [.., var last] && Wrong.Count % InARow == 0 && now < last + Rest
            ? last + Rest
            : null;

    /// <summary>Why no code is looked at now, or null.</summary>
    public Refusal? Stopped(DateTimeOffset now) =>
        IsSpent ? Refusal.Unfit("access-code-spent", "accessCode")
        : RestsUntil(now) is { } until
            ? Refusal.Unfit("access-code-rests", "accessCode") with
            {
                At = Deadline.At(WholeSecond.From(until)),
            }
        : null;
}
