using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What nobody has looked at counts for nothing.</summary>
internal sealed class NothingCountsUnchecked : IInvariant
{
    public string Sentence =>
        "Nothing counts whose content was not looked at, nor what was found to be no report, neither on record nor in a dossier.";

    public IEnumerable<string> Broken(Evidence evidence) =>
        AtTheEnd(evidence)
            .Concat(
                evidence
                    .Dossiers.Values.OfType<Dossier>()
                    .SelectMany(dossier => dossier.Reports)
                    .SelectMany(report => report.Parts)
                    .Select(part => part.Counting?.BlobName)
            )
            .OfType<string>()
            .Distinct()
            .Where(name =>
                evidence.Oracle.Uploads.Find(upload => upload.BlobName == name) is { } upload
                && !Recordings.HasPassed(evidence, upload)
            )
            .Select(name => $"{name} counts");

    private static IEnumerable<string?> AtTheEnd(Evidence evidence) =>
        evidence.Plan.Assignments.SelectMany(id =>
            AssignmentState
                .Of(evidence.Assignments[id].Select(line => line.Entry))
                .Parts.Select(part => part.Counting?.BlobName)
        );
}
