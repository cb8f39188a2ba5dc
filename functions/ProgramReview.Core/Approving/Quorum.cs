using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>
/// Decides how a round stands. One request for changes ends it, since nobody should approve what is about to be changed; rejections and
/// approvals end it when as many distinct approvers as the plan says have given them. It expires at its close, or at once when everybody has
/// answered and neither number was reached.
/// </summary>
public static class Quorum
{
    /// <summary>
    /// Whether an open round can no longer be approved: with the answers that are still to come the quorum is out of reach. It stays open, since
    /// somebody may yet reject or ask for changes; operations are told.
    /// </summary>
    /// <param name="plan">Who may decide, and how many it takes.</param>
    /// <param name="round">The round.</param>
    public static bool IsOutOfReach(ApprovalPlan plan, RoundState round)
    {
        var counted = Counted(plan, round);
        var open = plan.Approvers.Select(person => person.Id).Distinct().Count() - counted.Count;
        return round.Outcome is null
            && counted.Count(decision => decision.Verdict == DecisionVerdict.Approve) + open
                < plan.Quorum;
    }

    /// <summary>How the round stands, or null while it is open; what is on record stands, whatever the answers add up to.</summary>
    /// <param name="plan">Who may decide, and how many it takes.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present; only for expiry.</param>
    public static RoundOutcome? Decide(ApprovalPlan plan, RoundState round, DateTimeOffset now)
    {
        var counted = Counted(plan, round);
        int Of(DecisionVerdict verdict) => counted.Count(decision => decision.Verdict == verdict);

        return round.Outcome is { } outcome ? outcome
            : Of(DecisionVerdict.Reject) >= plan.Rejections ? RoundOutcome.Rejected
            : Of(DecisionVerdict.RequestChanges) > 0 ? RoundOutcome.ChangesAsked
            : Of(DecisionVerdict.Approve) >= plan.Quorum ? RoundOutcome.Approved
            // Once everybody has answered, waiting for the close would change nothing.
            : counted.Count == plan.Approvers.Select(person => person.Id).Distinct().Count()
            || round.Closes.HasPassed(now)
                ? RoundOutcome.Expired
            : null;
    }

    private static List<CycleEvent.Decided> Counted(ApprovalPlan plan, RoundState round)
    {
        var entitled = plan.Approvers.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. round
                .Decisions.Where(decision =>
                    entitled.Contains(decision.Approver)
                    && decision.DossierHash == round.DossierHash
                )
                .DistinctBy(decision => decision.Approver),
        ];
    }
}
