using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Checks one answer of an approver before it is written down; the first refusal is named.</summary>
public static class DecisionRules
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxComment = 4000;

    /// <summary>Why the answer cannot be taken, as a stable code; null if it can.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The cycle as the record has it.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="now">The present.</param>
    public static string? Refuse(
        PlanLookup plan,
        CycleState state,
        CycleEvent.Decided decision,
        DateTimeOffset now
    )
    {
        var known = plan.Assignments.ToHashSet();
        return plan.Plan.Approval.Approvers.All(person => person.Id != decision.Approver)
                ? "decision-not-entitled"
            : state.CurrentRound is not { } round || round.Number != decision.Round
                ? "decision-round-over"
            : round.Outcome is not null || Quorum.Decide(plan.Plan.Approval, round, now) is not null
                ? "decision-round-over"
            : round.DossierHash != decision.DossierHash ? "decision-dossier-replaced"
            : round.Decisions.Any(old => old.Approver == decision.Approver)
                ? "decision-already-made"
            : decision.Comment.Length > MaxComment ? "decision-comment-too-long"
            : decision.Verdict != DecisionVerdict.Approve && HumanText.IsBlank(decision.Comment)
                ? "decision-comment-missing"
            : decision.Verdict == DecisionVerdict.RequestChanges && decision.Reopen.Count == 0
                ? "decision-nothing-to-reopen"
            : decision.Verdict != DecisionVerdict.RequestChanges && decision.Reopen.Count > 0
                ? "decision-reopen-unexpected"
            : !decision.Reopen.All(known.Contains) ? "decision-unknown-assignment"
            : null;
    }
}
