using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What nobody has looked at counts for nothing.</summary>
internal sealed class NothingCountsUnchecked : IInvariant
{
    public string Sentence =>
        "Nothing counts, on record or in a dossier, but what was looked at and found good, or what a person overruled of it with a reason; nor, where the plan waits for that, what is asked about and unexplained.";

    public IEnumerable<string> Broken(Evidence evidence) =>
        AtTheEnd(evidence)
            .Where(name => IsUnchecked(evidence, name, null))
            .Concat(
                from dossier in evidence.Dossiers.Values.OfType<Dossier>()
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

    private static IEnumerable<string?> AtTheEnd(Evidence evidence) =>
        evidence.Plan.Assignments.SelectMany(id =>
            AssignmentState
                .Of(evidence.Assignments[id].Select(line => line.Entry))
                .Parts.Select(part => part.Counting?.BlobName)
        );
}
