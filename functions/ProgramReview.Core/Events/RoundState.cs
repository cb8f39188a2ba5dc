using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>One approval round as the record has it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="DossierHash">The dossier it is about.</param>
/// <param name="Closes">When the stage that is asked closes.</param>
/// <param name="Decisions">The answers that were given by link, in the order they came; see <see cref="AnswerOf"/>.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
public sealed record RoundState(
    int Number,
    string DossierHash,
    Deadline Closes,
    IReadOnlyList<CycleEvent.Decided> Decisions,
    RoundOutcome? Outcome
)
{
    /// <summary>The stage that is asked, from 1.</summary>
    public int Stage { get; init; } = 1;

    /// <summary>Whether it closed undecided once and stays open as long again.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Approvers who may not answer in it, by id.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>Its result as a signed document; null before its end, and of one that was voided.</summary>
    public string? Result { get; init; }

    /// <summary>When the stage was asked.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Everybody who was named as a deputy, in order.</summary>
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];

    /// <summary>What operations did for seats, in order; of a round that ended, as it stood then.</summary>
    public IReadOnlyList<SeatOrder> Orders { get; init; } = [];

    /// <summary>Who holds a seat.</summary>
    public string HolderOf(string seat) => Seats.HolderOf(Orders, seat);

    /// <summary>Who may answer in a seat's place; null if nobody may.</summary>
    public Deputy? DeputyOf(string seat) =>
        Deputies.LastOrDefault(deputy => deputy.Seat == seat && !deputy.IsRevoked);

    /// <summary>Whether a person could once answer and cannot any more, since the seat is another's or they were a deputy; nobody whose answer stands.</summary>
    public bool IsPassed(string person) =>
        !Decisions.Any(decision =>
            decision.Voter == person && decision.Is(AnswerOf(decision.Approver)?.Own)
        )
        && (
            Deputies.Any(deputy => deputy.Person == person && deputy.IsRevoked)
                && Deputies.All(deputy => deputy.Person != person || deputy.IsRevoked)
            || Orders.Any(order =>
                order.Event is CycleEvent.SeatPassed passed
                && (order.IsUndone ? passed.To : passed.From) == person
                && HolderOf(passed.Seat) != person
            )
        );

    /// <summary>
    /// The answer of a seat, counting yet or not; null if it gave none. The first by link stands, and before what operations say of a session; an
    /// objection takes away what stood on operations' word.
    /// </summary>
    public SeatAnswer? AnswerOf(string seat) =>
        Decisions
            .Where(decision => decision.Approver == seat && decision.DossierHash == DossierHash)
            .Select(decision => new SeatAnswer(
                seat,
                decision.Voter,
                decision.Verdict,
                OrderBehind(seat, decision.Voter)
            )
            {
                Own = decision,
            })
            .FirstOrDefault(answer => answer.Order is not { IsUndone: true })
        ?? Orders
            .Where(order => !order.Objections.ContainsKey(seat))
            .SelectMany(order =>
                order.Event is CycleEvent.MeetingRecorded meeting
                && meeting.Round == Number
                && meeting.DossierHash == DossierHash
                    ? meeting
                        .Answers.Where(answer => answer.Seat == seat)
                        .Select(answer => new SeatAnswer(
                            seat,
                            HolderOf(seat),
                            answer.Verdict,
                            order
                        ))
                    : []
            )
            .FirstOrDefault();

    // Whoever was put in by operations, or named as a deputy by them, answers on operations' word.
    private SeatOrder? OrderBehind(string seat, string voter)
    {
        var holder =
            voter == seat ? seat
            : Deputies.FirstOrDefault(deputy => deputy.Seat == seat && deputy.Person == voter)
                is { } deputy
                ? deputy.By ?? seat
            : voter;
        return Orders.FirstOrDefault(order =>
            order.Event is CycleEvent.SeatPassed passed && passed.To == holder
        );
    }

    /// <summary>Who let it be known that they have the request before them, by person id.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The assignments that requests for changes name, each once, with the parts and the comments about it.</summary>
    public IReadOnlyDictionary<AssignmentId, AskedChanges> Reopened() =>
        Decisions
            .Where(decision =>
                decision.Verdict == DecisionVerdict.RequestChanges
                && AnswerOf(decision.Approver) is { Own: { } own } answer
                && decision.Is(own)
                && answer.Counts(EndedAt ?? DateTimeOffset.MaxValue)
            )
            .SelectMany(decision => decision.Reopen.Select(part => (part, decision.Comment)))
            .GroupBy(pair => pair.part.Assignment)
            .ToDictionary(
                group => group.Key,
                group => new AskedChanges(
                    group.Select(pair => pair.part.Part).ToHashSet(),
                    string.Join("\n\n", group.Select(pair => pair.Comment).Distinct())
                )
            );
}
