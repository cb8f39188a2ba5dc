using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What nobody has looked at counts for nothing.</summary>
internal sealed class NothingCountsUnchecked : IInvariant
{
    public string Sentence =>
        "Nothing counts, on record or in a dossier, but what was looked at and found good, or what a person overruled of it with a reason; nor, where the plan waits for that, what is asked about and unexplained.";

    public bool HasCase(Evidence evidence) =>
        Recordings.Of(evidence).Any(recording => !Recordings.HasPassed(evidence, recording.Upload));

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence
            .Plan.Assignments.SelectMany(id => AtAnyTime(evidence, id))
            .Concat(
                from dossier in evidence.Dossiers.Values.OfType<LeftDossier>()
                from report in dossier.Reports
                from part in report.Parts
                let name = part.Counting?.BlobName
                where
                    IsUnchecked(evidence, name, null)
                    && IsUnchecked(
                        evidence,
                        name,
                        line => line.Entry.RecordedAt <= dossier.CompiledAt
                    )
                select name
            )
            .Distinct()
            .Select(name => $"{name} counts");

    private static bool IsUnchecked(
        Evidence evidence,
        string? name,
        Func<Evidence.Line, bool>? isKnown
    ) =>
        evidence.Oracle.Uploads.Find(upload => upload.BlobName == name) is { } upload
        && !Recordings.HasPassed(evidence, upload, isKnown);

    // By what was on record at each moment, not only when all is known.
    private static IEnumerable<string?> AtAnyTime(Evidence evidence, AssignmentId id)
    {
        var state = AssignmentState.None;
        var looked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var now in evidence.Assignments[id])
        {
            state = state.Apply(now.Event);
            if (now.Event is AssignmentEvent.Checked check)
            {
                looked.Add(check.BlobName);
            }
            foreach (var counting in state.Parts.Select(part => part.Counting?.BlobName))
            {
                if (
                    counting is not null
                    && (
                        !looked.Contains(counting)
                        || IsUnchecked(
                            evidence,
                            counting,
                            line => line.Entry.Sequence <= now.Entry.Sequence
                        )
                    )
                )
                {
                    yield return counting;
                }
            }
        }
    }
}
