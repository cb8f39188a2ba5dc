using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A round ends as its members decided, and what they approved is what is published.</summary>
internal sealed class ApprovalHasItsQuorum : IInvariant
{
    public string Sentence =>
        "Approved implies a quorum of distinct entitled people on that very hash; every other outcome has its own decisions, and only the approved dossier is published.";

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var approval = evidence.Plan.Plan.Approval;
        foreach (var line in evidence.Cycle)
        {
            if (line.Event is not CycleEvent.RoundEnded ended)
            {
                continue;
            }
            var (approved, asked, rejected) = (
                People(evidence, ended.Round, DecisionVerdict.Approve),
                People(evidence, ended.Round, DecisionVerdict.RequestChanges),
                People(evidence, ended.Round, DecisionVerdict.Reject)
            );
            var isRight = ended.Outcome switch
            {
                RoundOutcome.Approved => approved >= approval.Quorum
                    && asked == 0
                    && rejected < approval.Rejections,
                RoundOutcome.ChangesAsked => asked > 0 && rejected < approval.Rejections,
                RoundOutcome.Rejected => rejected >= approval.Rejections,
                RoundOutcome.Expired => approved < approval.Quorum
                    && asked == 0
                    && rejected < approval.Rejections
                    && (
                        approved + rejected == approval.Approvers.Count
                        || line.Entry.RecordedAt
                            >= OpenedAt(evidence, ended.Round) + approval.Closes
                    ),
                _ => false,
            };
            if (!isRight)
            {
                yield return $"round {ended.Round} is {ended.Outcome} with {approved} approvals, {asked} requests for changes, {rejected} rejections";
            }
        }
        foreach (var published in evidence.Of<CycleEvent.Published>())
        {
            var approvedRound = evidence
                .Of<CycleEvent.RoundEnded>()
                .LastOrDefault(ended => ended.Outcome == RoundOutcome.Approved);
            if (
                approvedRound is null
                || HashOf(evidence, approvedRound.Round) != published.DossierHash
            )
            {
                yield return "a dossier is published that nobody approved";
            }
        }
    }

    private static int People(Evidence evidence, int round, DecisionVerdict verdict) =>
        evidence
            .Of<CycleEvent.Decided>()
            .Where(decision =>
                decision.Round == round
                && decision.Verdict == verdict
                && decision.DossierHash == HashOf(evidence, round)
            )
            .Select(decision => decision.Approver)
            .Intersect(evidence.Plan.Plan.Approval.Approvers.Select(person => person.Id))
            .Intersect(
                evidence
                    .Oracle.Decisions.Where(press =>
                        press.Decision.Round == round && press.Decision.Verdict == verdict
                    )
                    .Select(press => press.Decision.Approver)
            )
            .Count();

    private static string? HashOf(Evidence evidence, int round) =>
        evidence
            .Of<CycleEvent.DossierCompiled>()
            .FirstOrDefault(compiled => compiled.Round == round)
            ?.DossierHash;

    private static DateTimeOffset OpenedAt(Evidence evidence, int round) =>
        evidence
            .Cycle.First(line =>
                line.Event is CycleEvent.RoundOpened opened && opened.Round == round
            )
            .Entry.RecordedAt;
}
