using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>
/// Something that operations did for the seats of approvers: a person put in, or the answers of a session. It counts once a second operator has
/// confirmed it and everybody concerned had time to object.
/// </summary>
/// <param name="Event"><see cref="CycleEvent.SeatPassed"/> or <see cref="CycleEvent.MeetingRecorded"/>.</param>
/// <param name="Terms">What must be before it counts.</param>
/// <param name="Sequence">Its entry in the cycle's stream; also its name.</param>
/// <param name="Key">Its occasion; also the name under which a person put in is kept.</param>
/// <param name="At">When it was written.</param>
public sealed record SeatOrder(
    CycleEvent Event,
    ObjectionTerms Terms,
    long Sequence,
    string Key,
    DateTimeOffset At
)
{
    private const string Occasion = "-seat-order-";

    /// <summary>When each of those concerned was told.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Told { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    /// <summary>The second operator's word; null before it, and again after an objection.</summary>
    public CycleEvent.SeatsConfirmed? Confirmation { get; init; }

    /// <summary>When somebody objected, by seat.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Objections { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    /// <summary>Those who have not been told yet.</summary>
    public IEnumerable<string> Untold => Terms.Concerned.Where(person => !Told.ContainsKey(person));

    /// <summary>Whether it holds for nobody any more: whoever was put in has no seat.</summary>
    public bool IsUndone => Event is CycleEvent.SeatPassed && Objections.Count > 0;

    /// <summary>From when on it counts; null while somebody has not been told, or nobody has confirmed it.</summary>
    public DateTimeOffset? CountsFrom =>
        IsUndone || Confirmation is null || Untold.Any()
            ? null
            : WholeSecond.From(
                Told.Values.Concat(Objections.Values).Max() + TimeSpan.FromHours(Terms.Hours)
            );

    /// <summary>The seats that it is about.</summary>
    public IReadOnlyList<string> Seats =>
        Event switch
        {
            CycleEvent.SeatPassed passed => [passed.Seat],
            CycleEvent.MeetingRecorded meeting =>
            [
                .. meeting.Answers.Select(answer => answer.Seat),
            ],
            _ => throw new InvalidOperationException($"{Event.GetType().Name} is about no seat."),
        };

    /// <summary>The occasion of the letters to those concerned.</summary>
    public static string OccasionOf(CycleId cycle, long sequence) =>
        FormattableString.Invariant($"{cycle}{Occasion}{sequence}");

    /// <summary>The entry that a letter's occasion names; null for letters about something else.</summary>
    internal static long? SequenceOf(string occasion) =>
        occasion.LastIndexOf(Occasion, StringComparison.Ordinal) is >= 0 and var at
        && long.TryParse(
            occasion.AsSpan(at + Occasion.Length),
            System.Globalization.CultureInfo.InvariantCulture,
            out var sequence
        )
            ? sequence
            : null;
}
