using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody is told the end of it while what they sent lies unread.</summary>
internal sealed class NothingEndsUnchecked : IInvariant
{
    public string Sentence =>
        "No window ends and no dossier is compiled while something is being checked that came in time.";

    public bool HasCase(Evidence evidence) =>
        Recordings.Of(evidence).Any(recording => recording.Submission.AwaitsCheck);

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var id in evidence.Plan.Assignments)
        {
            var lines = evidence.Assignments[id];
            foreach (
                var end in lines.Where(line =>
                    line.Event is AssignmentEvent.WindowEnded { Outcome: not WindowOutcome.Exempt }
                )
            )
            {
                var window = ((AssignmentEvent.WindowEnded)end.Event).Window;
                foreach (
                    var name in Outstanding(
                            lines.Where(line => line.Entry.Sequence < end.Entry.Sequence)
                        )
                        .Where(submission => submission.Window == window)
                        .Select(submission => submission.BlobName)
                )
                {
                    yield return $"window {window} of {id} ended while {name} was being checked";
                }
            }
        }
        foreach (var line in evidence.Cycle.Where(line => line.Event is CycleEvent.DossierCompiled))
        {
            // What came meanwhile may be in it or not; what came an hour before is known.
            var at = line.Entry.RecordedAt.AddHours(-1);
            foreach (
                var submission in evidence.Assignments.Values.SelectMany(lines =>
                    Outstanding(
                        lines.Where(one =>
                            one.Event is AssignmentEvent.Checked or AssignmentEvent.Scanned
                                ? one.Entry.RecordedAt <= line.Entry.RecordedAt
                                : one.Entry.RecordedAt < at
                        )
                    )
                )
            )
            {
                yield return $"a dossier was compiled while {submission.BlobName} was being checked";
            }
        }
    }

    private static IEnumerable<Submission> Outstanding(IEnumerable<Evidence.Line> lines)
    {
        lines = [.. lines];
        var known = lines.Select(line => line.Event).ToList();
        var done = known
            .OfType<AssignmentEvent.Checked>()
            .Select(check => check.BlobName)
            .Concat(Recordings.InfectedIn(lines))
            .ToHashSet(StringComparer.Ordinal);
        return known
            .OfType<AssignmentEvent.SubmissionRecorded>()
            .Select(recorded => recorded.Submission)
            .Where(submission =>
                submission.AwaitsCheck
                && submission.Judgement.Verdict != TimelinessVerdict.Refused
                && !done.Contains(submission.BlobName)
            );
    }
}
