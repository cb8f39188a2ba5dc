using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Checks one answer of an approver before it is written down; the first refusal is named.</summary>
public static class DecisionRules
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxComment = 4000;

    /// <summary>Why the answer cannot be taken, or null.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The cycle as the record has it.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="now">The present.</param>
    public static Refusal? Refuse(
        PlanLookup plan,
        CycleState state,
        CycleEvent.Decided decision,
        DateTimeOffset now
    )
    {
        var known = plan.Assignments.ToHashSet();
        var approval = plan.Plan.Approval;
        return approval.Approvers.All(person => person.Id != decision.Approver)
                ? Refusal.Conflict("decision-not-entitled")
            // Before all else: whoever answers about it should learn that it was not the answer that came too late.
            : state.Voidings.ContainsKey(decision.Round) ? Refusal.Conflict("decision-round-voided")
            : state.CurrentRound is not { } round || round.Number != decision.Round
                ? Refusal.Conflict("decision-round-over")
            : Quorum.Decide(approval, round, now) is not null
                ? Refusal.Conflict("decision-round-over")
            : round.DossierHash != decision.DossierHash
                ? Refusal.Conflict("decision-dossier-replaced")
            : decision.RuleVersion != Quorum.Version ? Refusal.Conflict("decision-rules-changed")
            : IsAnswered(round, decision.Approver, now) ? Refusal.Conflict("decision-already-made")
            : !IsEntitled(round, decision.Approver, decision.Voter)
                ? Refusal.Conflict("decision-not-entitled")
            // Of a stage that has approved no answer is awaited any more, and the next is not asked yet.
            : !Quorum.SeatsOf(approval, round).Contains(decision.Approver)
            || Quorum.Turn(approval, round, now) == RoundTurn.NextStage
                ? Refusal.Conflict("decision-not-asked")
            : decision.Comment.Length > MaxComment
                ? Refusal.Unfit("decision-comment-too-long", "comment")
            : NeedsComment(decision.Verdict) && HumanText.IsBlank(decision.Comment)
                ? Refusal.Unfit("decision-comment-missing", "comment")
            : decision.Verdict == DecisionVerdict.RequestChanges && decision.Reopen.Count == 0
                ? Refusal.Unfit("decision-nothing-to-reopen", "reopen")
            : decision.Verdict != DecisionVerdict.RequestChanges && decision.Reopen.Count > 0
                ? Refusal.Unfit("decision-reopen-unexpected", "reopen")
            : !decision.Reopen.All(one =>
                known.Contains(one.Assignment)
                && plan.ReportType(one.Assignment.ReportType).FindPart(one.Part) is not null
            )
                ? Refusal.Unfit("decision-unknown-assignment", "reopen")
            : null;
    }

    /// <summary>
    /// Whether a seat's answer stands. What operations recorded of a session gives way to an answer by link until it counts: who answers in
    /// person need not object first.
    /// </summary>
    public static bool IsAnswered(RoundState round, string seat, DateTimeOffset now) =>
        round.AnswerOf(seat) is { } answer && (answer.Own is not null || answer.Counts(now));

    // Whoever is barred from the round has no seat in it and is told so as one who is not asked.
    private static bool IsEntitled(RoundState round, string seat, string voter) =>
        round.Barred.Contains(seat)
            ? voter == round.HolderOf(seat)
            : Seats.VotersOf(round, seat).Contains(voter);

    /// <summary>Whether others have to know why: what is to be changed, and what speaks against the dossier.</summary>
    public static bool NeedsComment(DecisionVerdict verdict) =>
        verdict is DecisionVerdict.RequestChanges or DecisionVerdict.Reject;
}
