using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>When the cycle is over, everybody knows how each report ended, and why.</summary>
internal sealed class OneTerminalStateEach : IInvariant
{
    public string Sentence =>
        "Every assignment ends in one terminal state: each generation once, in the state that its uploads, its close and its release give, and the cycle ends once, with a reason.";

    public IEnumerable<string> Broken(Evidence evidence)
    {
        if (evidence.Ledger.EndedAt is null)
        {
            yield break;
        }
        foreach (var id in evidence.IsStopped ? [] : evidence.Plan.Assignments)
        {
            foreach (var opened in evidence.Of<AssignmentFact.Opened>(id))
            {
                var ends = evidence
                    .Assignments[id]
                    .Where(line =>
                        line.Fact is AssignmentFact.GenerationEnded ended
                        && ended.Generation == opened.Generation
                    )
                    .ToList();
                if (ends.Count == 0 && IsOverrun(evidence, id, opened.Generation))
                {
                    continue;
                }
                if (ends.Count != 1)
                {
                    yield return $"generation {opened.Generation} of {id} ended {ends.Count} times";
                }
                else if (!IsRight(evidence, id, opened, ends[0]))
                {
                    yield return $"generation {opened.Generation} of {id} ended {((AssignmentFact.GenerationEnded)ends[0].Fact).Outcome} at {ends[0].Entry.RecordedAt:O}";
                }
            }
            var opens = evidence.Of<AssignmentFact.Opened>(id).Count();
            var expected =
                1
                + Windows.RoundsThatReopened(evidence, id).Count()
                + evidence.Of<CycleFact.Reopened>().Count(reopened => reopened.Assignment == id);
            if (opens != expected)
            {
                yield return $"{id} opened {opens} times instead of {expected}";
            }
        }
        if (evidence.Of<CycleFact.Ended>().Count() != 1)
        {
            yield return "the cycle ended more than once";
        }
        foreach (var ended in evidence.Of<CycleFact.Ended>())
        {
            var isPublished = evidence.Of<CycleFact.Published>().Any();
            var isStopped =
                evidence.Of<CycleFact.NextStepChosen>().Any(chosen => chosen.Step == NextStep.End)
                || evidence.IsStopped;
            if (
                (ended.Outcome == CycleOutcome.Published) != isPublished
                || (ended.Outcome == CycleOutcome.Stopped) != isStopped
                || (!isPublished && ended.Reason.Length == 0)
            )
            {
                yield return $"the cycle ended {ended.Outcome}, for the reason '{ended.Reason}'";
            }
        }
    }

    // An operator opened the next one at the very close, before the end of this one was written: that one's end is the assignment's.
    private static bool IsOverrun(Evidence evidence, AssignmentId id, int generation) =>
        evidence
            .Of<CycleFact.Reopened>()
            .Any(reopened => reopened.Assignment == id && reopened.Generation == generation + 1);

    private static bool IsAdmittedLater(
        Evidence evidence,
        AssignmentId id,
        Recording recording,
        Evidence.Line end
    ) =>
        recording.Submission.Judgement.Verdict == TimelinessVerdict.Refused
        && evidence
            .Assignments[id]
            .Any(line =>
                line.Fact is AssignmentFact.Admitted admitted
                && admitted.BlobName == recording.Upload.BlobName
                && line.Entry.Sequence > end.Entry.Sequence
            );

    private static bool IsRight(
        Evidence evidence,
        AssignmentId id,
        AssignmentFact.Opened opened,
        Evidence.Line end
    )
    {
        var outcome = ((AssignmentFact.GenerationEnded)end.Fact).Outcome;
        var closes = Windows.LastCloses(evidence, id, opened.Generation);
        var isClosed = end.Entry.RecordedAt >= closes;
        var isExempt = evidence
            .Assignments[id]
            .Any(line =>
                line.Fact is AssignmentFact.Exempted { Reason.Length: > 0 }
                && line.Entry.Sequence < end.Entry.Sequence
            );
        var hasReport = Recordings
            .Of(evidence, id)
            .Any(recording =>
                recording.Upload.Generation == opened.Generation
                && recording.Entry.Sequence < end.Entry.Sequence
                && Recordings.CanCount(evidence, recording.Upload)
                && !IsAdmittedLater(evidence, id, recording, end)
            );
        // Bytes before the close were all looked for before the end was written, whoever had told of them. What came after it and was
        // admitted later changes nothing about that end.
        var hasUnseen =
            isClosed
            && evidence.Ledger.Uploads.Exists(upload =>
                upload.Assignment == id
                && upload.Generation == opened.Generation
                && upload.Told < closes
                && Recordings.CanCount(evidence, upload)
                && Recordings
                    .Of(evidence, id)
                    .All(recording =>
                        recording.Upload != upload || recording.Entry.Sequence > end.Entry.Sequence
                    )
            );
        return outcome switch
        {
            GenerationOutcome.Exempt => isExempt,
            GenerationOutcome.Accepted => hasReport && (isClosed || opened.Generation > 1),
            GenerationOutcome.Missing => !hasReport && !hasUnseen && isClosed,
            _ => false,
        };
    }
}
