using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Counts the answers of a round a second time, from the plan alone and in another way than the product.</summary>
internal sealed class Recount(
    ApprovalPlan plan,
    IReadOnlyList<string> barred,
    DateTimeOffset closes,
    int stage = 0
)
{
    private readonly List<(
        string Seat,
        DecisionVerdict Verdict,
        bool IsOwn,
        SeatBook.Word? Word
    )> given = [];

    /// <summary>Notes an answer of a seat: by link, or from a session; and what of operations' word it stands on.</summary>
    public void Add(string seat, DecisionVerdict verdict, bool isOwn, SeatBook.Word? word) =>
        given.Add((seat, verdict, isOwn, word));

    // What counts at an instant: an answer by link before what a session is said to have been, and nothing that was objected to.
    private Dictionary<string, DecisionVerdict> At(DateTimeOffset at) =>
        given
            .Where(one =>
                one.Word is not { } word
                || !word.IsGone && (one.IsOwn || !word.Objected.ContainsKey(one.Seat))
            )
            .GroupBy(one => one.Seat)
            .Select(seat =>
                seat.Where(one => one.IsOwn).Concat(seat.Where(one => !one.IsOwn)).First()
            )
            .Where(one => one.Word?.Counts(at) ?? true)
            .ToDictionary(one => one.Seat, one => one.Verdict);

    // While what counts may yet come, the round is open.
    private DateTimeOffset Open =>
        given
            .Where(one =>
                Seats.Contains(one.Seat)
                && (one.IsOwn || one.Word?.Objected.ContainsKey(one.Seat) != true)
                && (
                    one.IsOwn
                    || !given.Any(own =>
                        own.IsOwn && own.Seat == one.Seat && own.Word is not { IsGone: true }
                    )
                )
            )
            .Select(one => one.Word?.Last)
            .Max()
        ?? DateTimeOffset.MinValue;

    public DateTimeOffset Closes { get; set; } = closes;

    public bool IsExtended { get; set; }

    private string[] Seats =>
        [
            .. (
                plan.Stages is { } stages
                    ? stages[stage].Members
                    : plan.Approvers.Select(person => person.Id)
            ).Where(id => !barred.Contains(id)),
        ];

    /// <summary>Whether a person is among those who are asked in this stage.</summary>
    public bool IsAsked(string person) => Seats.Contains(person);

    /// <summary>The stage after this.</summary>
    public Recount Next(DateTimeOffset until) =>
        Continued(new(plan, barred, until, stage + 1) { IsExtended = IsExtended });

    private Recount Continued(Recount next)
    {
        next.given.AddRange(given);
        return next;
    }

    /// <summary>Whether an outcome ends the round in this stage: only the last approves.</summary>
    public bool IsLast(RoundOutcome outcome) =>
        outcome != RoundOutcome.Approved || stage + 1 == (plan.Stages?.Count ?? 1);

    /// <summary>Whether the stage may have this outcome at that instant.</summary>
    public bool May(RoundOutcome outcome, DateTimeOffset at)
    {
        var answers = At(at);
        var said = Seats.Where(answers.ContainsKey).ToLookup(seat => answers[seat]);
        var (yes, no) = (
            said[DecisionVerdict.Approve].Count(),
            said[DecisionVerdict.Reject].Count()
        );
        var left =
            Seats.Length
            - said[DecisionVerdict.Recuse].Count()
            - (plan.AbstentionsCount ?? true ? 0 : said[DecisionVerdict.Abstain].Count());
        var allSaid = said.Sum(group => group.Count()) == Seats.Length;
        var canExtend = plan.OnTimeout == UndecidedRound.Extend && !IsExtended;
        var isLate = at >= (canExtend ? Closes + plan.Closes : Closes) && at >= Open;
        var written = plan.Stages?[stage];
        var rejects = no >= Least(written?.Rejections ?? plan.Rejections, left);
        var asks = said[DecisionVerdict.RequestChanges].Any();
        var heads = (plan.Required ?? [])
            .Where(id => plan.Stages is null || plan.Stages[stage].Members.Contains(id))
            .All(id =>
                answers.GetValueOrDefault(id, DecisionVerdict.Recuse) == DecisionVerdict.Approve
            );
        var approves = heads && yes >= Least(written?.Quorum ?? plan.Quorum, left);
        DecisionVerdict? cast =
            yes == no
            && plan.Casting is { } casting
            && Seats.Contains(casting)
            && answers.TryGetValue(casting, out var voice)
                ? voice
                : null;
        var undecided = !rejects && !asks && !approves && (allSaid || isLate);
        return outcome switch
        {
            RoundOutcome.Rejected => rejects
                || undecided && cast == DecisionVerdict.Reject
                || undecided
                    && !allSaid
                    && plan.OnTimeout == UndecidedRound.Reject
                    && !(cast == DecisionVerdict.Approve && heads),
            RoundOutcome.ChangesAsked => !rejects
                && asks
                && (plan.Changes != ChangesAsked.Wait || allSaid || isLate),
            RoundOutcome.Approved => !rejects
                && !asks
                && (approves || undecided && heads && cast == DecisionVerdict.Approve),
            RoundOutcome.Expired => undecided
                && cast != DecisionVerdict.Reject
                && !(cast == DecisionVerdict.Approve && heads)
                && (allSaid || plan.OnTimeout != UndecidedRound.Reject),
            _ => false,
        };
    }

    public override string ToString() =>
        $"stage {stage + 1} has {string.Join(", ", given.OrderBy(one => one.Seat, StringComparer.Ordinal).Select(one => $"{one.Seat}: {one.Verdict}{(one.Word is null ? "" : $" (counts from {one.Word.Last:O})")}"))} and closes {Closes:O}";

    // Upwards by trying: the least number that is no smaller than the share.
    private static int Least(Threshold said, int of) =>
        said.Parts is not { } parts
            ? said.Number
            : Enumerable.Range(1, of + 1).First(number => number * parts >= said.Number * of);
}
