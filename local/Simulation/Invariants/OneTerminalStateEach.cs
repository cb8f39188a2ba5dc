using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>When the cycle is over, everybody knows how each report ended, and why.</summary>
internal sealed class OneTerminalStateEach : IInvariant
{
    public string Sentence =>
        "Every assignment ends in one terminal state: each generation once, in the state that its uploads, its close and its release give, and the cycle ends once, with a reason.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.EndedAt is not null;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        if (evidence.Oracle.EndedAt is null)
        {
            yield break;
        }
        foreach (var id in evidence.IsStopped ? [] : evidence.Plan.Assignments)
        {
            foreach (var opened in evidence.Of<AssignmentEvent.Opened>(id))
            {
                var ends = evidence
                    .Assignments[id]
                    .Where(line =>
                        line.Event is AssignmentEvent.WindowEnded ended
                        && ended.Window == opened.Window
                    )
                    .ToList();
                if (ends.Count == 0 && IsOverrun(evidence, id, opened.Window))
                {
                    continue;
                }
                if (ends.Count != 1)
                {
                    yield return $"generation {opened.Window} of {id} ended {ends.Count} times";
                }
                else if (!IsRight(evidence, id, opened, ends[0]))
                {
                    yield return $"generation {opened.Window} of {id} ended {((AssignmentEvent.WindowEnded)ends[0].Event).Outcome} at {ends[0].Entry.RecordedAt:O}";
                }
            }
            var opens = evidence.Of<AssignmentEvent.Opened>(id).Count();
            var expected =
                1
                + Windows.RoundsThatReopened(evidence, id).Count()
                + evidence.Of<CycleEvent.Reopened>().Count(reopened => reopened.Assignment == id);
            if (opens != expected)
            {
                yield return $"{id} opened {opens} times instead of {expected}";
            }
        }
        if (evidence.Of<CycleEvent.Ended>().Count() != 1)
        {
            yield return "the cycle ended more than once";
        }
        foreach (var ended in evidence.Of<CycleEvent.Ended>())
        {
            var isPublished = evidence.Of<CycleEvent.Published>().Any();
            var isStopped =
                evidence.Of<CycleEvent.NextStepChosen>().Any(chosen => chosen.Step == NextStep.End)
                || evidence.IsStopped;
            if (
                (ended.Outcome == CycleOutcome.Published) != isPublished
                || (ended.Outcome == CycleOutcome.Stopped) != (isStopped && !isPublished)
                || (!isPublished && ended.Reason.Length == 0)
            )
            {
                yield return $"the cycle ended {ended.Outcome}, for the reason '{ended.Reason}'";
            }
        }
    }

    // An operator opened the next one at the very close, before the end of this one was written: that one's end is the assignment's.
    private static bool IsOverrun(Evidence evidence, AssignmentId id, int window) =>
        evidence
            .Of<CycleEvent.Reopened>()
            .Any(reopened => reopened.Assignment == id && reopened.Window == window + 1);

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
                line.Event is AssignmentEvent.Admitted admitted
                && admitted.BlobName == recording.Upload.BlobName
                && line.Entry.Sequence > end.Entry.Sequence
            );

    private static bool IsRight(
        Evidence evidence,
        AssignmentId id,
        AssignmentEvent.Opened opened,
        Evidence.Line end
    )
    {
        bool IsKnown(Evidence.Line line) => line.Entry.Sequence < end.Entry.Sequence;
        var outcome = ((AssignmentEvent.WindowEnded)end.Event).Outcome;
        var closes = Windows.LastCloses(evidence, id, opened.Window);
        var isClosed = end.Entry.RecordedAt >= closes;
        var isExempt = evidence
            .Assignments[id]
            .Any(line =>
                line.Event is AssignmentEvent.Exempted { Reason.Length: > 0 }
                && line.Entry.Sequence < end.Entry.Sequence
            );
        var here = Recordings
            .Of(evidence, id)
            .Where(recording =>
                recording.Upload.Window == opened.Window
                && Recordings.CanCount(evidence, recording.Upload, IsKnown)
            )
            .ToList();
        var came = here.Where(recording =>
                recording.Entry.Sequence < end.Entry.Sequence
                && !IsAdmittedLater(evidence, id, recording, end)
            )
            .Select(recording => recording.Upload.Part)
            .ToHashSet(StringComparer.Ordinal);
        var awaited = Windows.Awaited(evidence, id, opened.Window);
        var hasAll = awaited.IsSubsetOf(came);
        // Bytes before the close were all looked for before the end was written, whoever had told of them. What came after it and was
        // admitted later changes nothing about that end.
        var hasUnseen =
            isClosed
            && evidence.Oracle.Uploads.Exists(upload =>
                upload.Assignment == id
                && upload.Window == opened.Window
                && awaited.Contains(upload.Part)
                && !came.Contains(upload.Part)
                && upload.Told < closes
                && Recordings.CanCount(evidence, upload, IsKnown)
                && here.TrueForAll(recording =>
                    recording.Upload != upload || recording.Entry.Sequence > end.Entry.Sequence
                )
            );
        return outcome switch
        {
            WindowOutcome.Exempt => isExempt,
            WindowOutcome.Accepted => hasAll && (isClosed || opened.Window > 1),
            WindowOutcome.Missing => !hasAll && !hasUnseen && isClosed,
            _ => false,
        };
    }
}
