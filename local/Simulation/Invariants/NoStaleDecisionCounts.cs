using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody's answer is counted for what they have not read.</summary>
internal sealed class NoStaleDecisionCounts : IInvariant
{
    public string Sentence =>
        "No decision on a stale dossier counts: each on record was pressed by that entitled person in that round about the dossier of that round, once, before the round ended or its dossier was void; and a void round ends in no other way.";

    public bool HasCase(Evidence evidence) =>
        evidence.Oracle.Decisions.Exists(press =>
            evidence
                .Of<CycleEvent.DossierCompiled>()
                .Any(compiled =>
                    compiled.Round < press.Decision.Round
                    && compiled.DossierHash == press.Decision.DossierHash
                )
            || evidence
                .Of<CycleEvent.RoundVoided>()
                .Any(voided => voided.Round == press.Decision.Round)
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var hashes = evidence
            .Of<CycleEvent.RoundOpened>()
            .ToDictionary(opened => opened.Round, opened => opened.DossierHash);
        var ended = new HashSet<int>();
        var decided = new HashSet<(int, string)>();
        var book = new SeatBook();
        foreach (var line in evidence.Cycle)
        {
            book.Take(line);
            if (line.Event is CycleEvent.SeatObjected objected)
            {
                // What stood on the word of operations is gone, and the seat answers anew.
                decided.RemoveWhere(one =>
                    one.Item2 == objected.Seat && book.Words[objected.Order].IsGone
                );
            }
            if (line.Event is CycleEvent.RoundEnded end && !ended.Add(end.Round))
            {
                yield return $"round {end.Round} ended after its end";
            }
            if (line.Event is CycleEvent.RoundVoided voided)
            {
                ended.Add(voided.Round);
            }
            if (line.Event is not CycleEvent.Decided decision)
            {
                continue;
            }
            var what = $"{decision.Approver} in round {decision.Round}";
            if (hashes.GetValueOrDefault(decision.Round) != decision.DossierHash)
            {
                yield return $"{what} decided about another dossier";
            }
            if (evidence.Plan.Plan.Approval.Approvers.All(person => person.Id != decision.Approver))
            {
                yield return $"{what} is not entitled";
            }
            if (!decided.Add((decision.Round, decision.Approver)))
            {
                yield return $"{what} decided twice";
            }
            if (ended.Contains(decision.Round))
            {
                yield return $"{what} decided after the end";
            }
            if (
                !evidence.Oracle.Decisions.Exists(press =>
                    press.Decision.Round == decision.Round
                    && press.Decision.DossierHash == decision.DossierHash
                    && press.Decision.Approver == decision.Approver
                    && press.Decision.Voter == decision.Voter
                    && press.Decision.Verdict == decision.Verdict
                    && press.Decision.Reopen.SequenceEqual(decision.Reopen)
                )
            )
            {
                yield return $"{what} never pressed that";
            }
        }
    }
}
