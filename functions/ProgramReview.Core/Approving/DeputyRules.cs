using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Approving;

/// <summary>
/// Says who may stand in for an approver in a round: one of those whom the plan lists for the seat, or anybody where it says so. One person has one
/// seat.
/// </summary>
public static class DeputyRules
{
    /// <summary>Those who could be named for a seat now, in the plan's order.</summary>
    public static IEnumerable<Person> Free(ApprovalPlan plan, RoundState round, string seat) =>
        plan.DeputiesOf(seat).Where(person => Refuse(plan, round, seat, person.Id) is null);

    /// <summary>Why an act about a seat's deputy cannot be taken, or null.</summary>
    /// <param name="plan">The rules.</param>
    /// <param name="state">The cycle.</param>
    /// <param name="act">What is to be written.</param>
    /// <param name="now">The present.</param>
    public static Refusal? Refuse(
        ApprovalPlan plan,
        CycleState state,
        CycleEvent.DeputyNamed act,
        DateTimeOffset now
    ) =>
        RefuseSeat(plan, state, act.Round, act.Seat, act.By, now)
        ?? (
            state.CurrentRound!.DeputyOf(act.Seat) is not null
                ? Refusal.Conflict("deputy-already-named")
                : Refuse(plan, state.CurrentRound, act.Seat, act.Person)
        );

    /// <summary>Why somebody whom the plan does not list cannot be named, or null. What holds of those whom it lists holds of them.</summary>
    /// <param name="plan">The plan with those who were named since.</param>
    /// <param name="state">The cycle, as read together with them.</param>
    /// <param name="act">What is to be written; the person is not looked at.</param>
    /// <param name="person">Whom.</param>
    /// <param name="senders">Those who sent the consolidated report that counts, by person id.</param>
    /// <param name="now">The present.</param>
    public static Refusal? Refuse(
        PlanLookup plan,
        CycleState state,
        CycleEvent.DeputyNamed act,
        FreeDeputy person,
        IReadOnlyCollection<string> senders,
        DateTimeOffset now
    ) =>
        RefuseSeat(plan.Plan.Approval, state, act.Round, act.Seat, act.By, now)
        ?? (
            state.CurrentRound!.DeputyOf(act.Seat) is not null
                ? Refusal.Conflict("deputy-already-named")
            : plan.Plan.Approval.DeputyChoice != DeputyChoice.Anyone
                ? Refusal.Unfit("deputy-not-listed", "deputy")
            : !NewPerson.IsName(person.Name) ? Refusal.Unfit("name-unfit", "name")
            : !AddressRule.IsPlausible(person.Email) ? Refusal.Unfit("address-unfit", "email")
            : person.Language is not { } language ? Refusal.Unfit("language-unknown", "language")
            : Mailboxes.Of(plan, state).Contains(person.Email) ? Refusal.Conflict("seat-taken")
            : plan.Plan.Approval.SelfApproval == false
            && SelfApproval.Reads(
                plan,
                senders,
                new Person(
                    "",
                    new LocalizedText(person.Name, person.Name, person.Name),
                    person.Email,
                    language
                )
            )
                ? Refusal.Conflict("deputy-barred")
            : null
        );

    /// <inheritdoc cref="Refuse(ApprovalPlan, CycleState, CycleEvent.DeputyNamed, DateTimeOffset)"/>
    public static Refusal? Refuse(
        ApprovalPlan plan,
        CycleState state,
        CycleEvent.DeputyRevoked act,
        DateTimeOffset now
    ) =>
        RefuseSeat(plan, state, act.Round, act.Seat, act.By, now)
        ?? (
            state.CurrentRound!.DeputyOf(act.Seat)?.Person == act.Person
                ? null
                : Refusal.Conflict("deputy-not-named")
        );

    /// <summary>When deputies are asked in the stage that is asked; null if there is nobody to ask or to stand in for.</summary>
    public static DateTimeOffset? Escalates(ApprovalPlan plan, RoundState round) =>
        plan.EscalateAfter is { } after && Awaited(plan, round).Any()
            ? round.AskedAt + after
            : null;

    /// <summary>Whom the plan has asked in whose place, since they have not answered; nobody twice, and for each seat once.</summary>
    /// <param name="plan">The rules.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present.</param>
    public static CycleEvent.DeputyNamed? NextEscalation(
        ApprovalPlan plan,
        RoundState round,
        DateTimeOffset now
    ) =>
        Escalates(plan, round) <= now && Quorum.Decide(plan, round, now) is null
            ? Awaited(plan, round)
                .Select(seat => new CycleEvent.DeputyNamed(
                    round.Number,
                    seat,
                    Free(plan, round, seat).First().Id,
                    By: null
                ))
                .First()
            : null;

    private static IEnumerable<string> Awaited(ApprovalPlan plan, RoundState round) =>
        Quorum
            .SeatsOf(plan, round)
            .Where(seat =>
                round.AnswerOf(seat) is null
                && round.Deputies.All(deputy => deputy.Seat != seat)
                && Free(plan, round, seat).Any()
            );

    private static Refusal? RefuseSeat(
        ApprovalPlan plan,
        CycleState state,
        int number,
        string seat,
        string? by,
        DateTimeOffset now
    ) =>
        state.CurrentRound is not { } round
        || round.Number != number
        || Quorum.Decide(plan, round, now) is not null
            ? Refusal.Conflict("decision-round-over")
        // A deputy has no deputy.
        : round.HolderOf(seat) != by ? Refusal.Conflict("decision-not-entitled")
        : !Quorum.SeatsOf(plan, round).Contains(seat) ? Refusal.Conflict("decision-not-asked")
        : DecisionRules.IsAnswered(round, seat, now) ? Refusal.Conflict("decision-already-made")
        : null;

    private static Refusal? Refuse(
        ApprovalPlan plan,
        RoundState round,
        string seat,
        string person
    ) =>
        plan.DeputiesOf(seat).FirstOrDefault(one => one.Id == person) is not { } listed
            ? Refusal.Unfit("deputy-not-listed", "deputy")
        : round.Barred.Contains(person) ? Refusal.Conflict("deputy-barred")
        : round.Deputies.Any(deputy =>
            !deputy.IsRevoked
            && (deputy.Person == person || IsSame(EmailOf(plan, deputy), listed.Email))
        )
            ? Refusal.Conflict("deputy-has-seat")
        : null;

    private static string? EmailOf(ApprovalPlan plan, Deputy deputy) =>
        plan.DeputiesOf(deputy.Seat).FirstOrDefault(one => one.Id == deputy.Person)?.Email;

    private static bool IsSame(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
