using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Uploading;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Malware reaches nobody, whatever became of the messages about it.</summary>
internal sealed class NothingInfectedLeavesOrCounts : IInvariant
{
    public string Sentence =>
        "Where somebody scans, nothing is handed out or read before it was found clean; what holds malware never is, and never counts, neither on record nor in a dossier.";

    public bool HasCase(Evidence evidence) =>
        evidence.Oracle.IsScanned
        && evidence.Oracle.Uploads.Exists(upload => upload.Made.IsInfected);

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence.Oracle.IsScanned ? TooEarly(evidence).Concat(Infected(evidence)) : [];

    private static IEnumerable<string> TooEarly(Evidence evidence) =>
        from handout in evidence.Oracle.Handouts
        where
            !evidence
                .Assignments.Values.SelectMany(lines => lines)
                .Concat(evidence.Cycle)
                .Any(line =>
                    ClearedBy(line) == handout.BlobName
                    && evidence.Oracle.Entries[(line.Entry.Stream, line.Entry.Sequence)]
                        < handout.At
                )
        select $"{handout.BlobName} was handed out before its verdict";

    private static string? ClearedBy(Evidence.Line line) =>
        line.Event switch
        {
            AssignmentEvent.Scanned { Result.Verdict: ScanVerdict.Clean } said => said.BlobName,
            CycleEvent.MinutesScanned { Result.Verdict: ScanVerdict.Clean } said =>
                $"{new MinutesName(CycleId.Of(line.Entry.Stream), said.Minutes)}",
            _ => null,
        };

    private static IEnumerable<string> Infected(Evidence evidence)
    {
        var counting = evidence
            .Assignments.Values.SelectMany(lines =>
                AssignmentState.Of(lines.Select(line => line.Entry)).Parts
            )
            .Select(part => part.Counting?.BlobName)
            .Concat(
                evidence
                    .Dossiers.Values.OfType<LeftDossier>()
                    .SelectMany(dossier => dossier.Reports)
                    .SelectMany(report => report.Parts)
                    .Select(part => part.Counting?.BlobName)
            )
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var upload in evidence.Oracle.Uploads.Where(one => one.Made.IsInfected))
        {
            // Who lets something count that no verdict came of cannot know.
            if (counting.Contains(upload.BlobName) && !IsLetIn(evidence, upload))
            {
                yield return $"{upload.BlobName} holds malware and counts";
            }
            if (evidence.Oracle.Handouts.Exists(handout => handout.BlobName == upload.BlobName))
            {
                yield return $"{upload.BlobName} holds malware and was handed out";
            }
            if (evidence.Oracle.ReadingsOf(upload.Sha256).Begun > 0)
            {
                yield return $"{upload.BlobName} holds malware and was read";
            }
        }
    }

    private static bool IsLetIn(Evidence evidence, StoredUpload upload) =>
        !Recordings.InfectedIn(evidence.Assignments[upload.Assignment]).Contains(upload.BlobName)
        && evidence
            .Of<AssignmentEvent.Overruled>(upload.Assignment)
            .Any(word => word.BlobName == upload.BlobName && word.Reason.Length > 0);
}
