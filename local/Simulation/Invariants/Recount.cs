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
    public Dictionary<string, DecisionVerdict> Answers { get; } = [];

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
        new(plan, barred, until, stage + 1) { IsExtended = IsExtended };

    /// <summary>Whether an outcome ends the round in this stage: only the last approves.</summary>
    public bool IsLast(RoundOutcome outcome) =>
        outcome != RoundOutcome.Approved || stage + 1 == (plan.Stages?.Count ?? 1);

    /// <summary>Whether the stage may have this outcome at that instant.</summary>
    public bool May(RoundOutcome outcome, DateTimeOffset at)
    {
        var said = Seats.Where(Answers.ContainsKey).ToLookup(seat => Answers[seat]);
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
        var isLate = at >= (canExtend ? Closes + plan.Closes : Closes);
        var written = plan.Stages?[stage];
        var rejects = no >= Least(written?.Rejections ?? plan.Rejections, left);
        var asks = said[DecisionVerdict.RequestChanges].Any();
        var heads = (plan.Required ?? [])
            .Where(id => plan.Stages is null || plan.Stages[stage].Members.Contains(id))
            .All(id =>
                Answers.GetValueOrDefault(id, DecisionVerdict.Recuse) == DecisionVerdict.Approve
            );
        var approves = heads && yes >= Least(written?.Quorum ?? plan.Quorum, left);
        DecisionVerdict? cast =
            yes == no
            && plan.Casting is { } casting
            && Seats.Contains(casting)
            && Answers.TryGetValue(casting, out var voice)
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
        $"stage {stage + 1} has {string.Join(", ", Answers.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}"))} and closes {Closes:O}";

    // Upwards by trying: the least number that is no smaller than the share.
    private static int Least(Threshold said, int of) =>
        said.Parts is not { } parts
            ? said.Number
            : Enumerable.Range(1, of + 1).First(number => number * parts >= said.Number * of);
}
