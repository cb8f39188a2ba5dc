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
    /// <summary>How the round stands, or null while it is open.</summary>
    /// <param name="plan">Who may decide, and how many it takes.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">The present; only for expiry.</param>
    public static RoundOutcome? Decide(ApprovalPlan plan, RoundState round, DateTimeOffset now)
    {
        var entitled = plan.Approvers.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        var counted = round
            .Decisions.Where(decision =>
                entitled.Contains(decision.Approver) && decision.DossierHash == round.DossierHash
            )
            .DistinctBy(decision => decision.Approver)
            .ToList();
        int Of(DecisionVerdict verdict) => counted.Count(decision => decision.Verdict == verdict);

        return Of(DecisionVerdict.Reject) >= plan.Rejections ? RoundOutcome.Rejected
            : Of(DecisionVerdict.RequestChanges) > 0 ? RoundOutcome.ChangesAsked
            : Of(DecisionVerdict.Approve) >= plan.Quorum ? RoundOutcome.Approved
            // Once everybody has answered, waiting for the close would change nothing.
            : counted.Count == entitled.Count || round.Closes.HasPassed(now) ? RoundOutcome.Expired
            : null;
    }
}
