using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>The annex never stands for the report.</summary>
internal sealed class PartsStayApart : IInvariant
{
    public string Sentence =>
        "Every upload is recorded, receipted and compiled as the part that it was sent for, and no other.";

    public bool HasCase(Evidence evidence) =>
        Recordings.Of(evidence).Any(recording => recording.Upload.Part != ReportPart.Whole);

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var recording in Recordings.Of(evidence))
        {
            var (upload, said) = (recording.Upload, recording.Submission.Part);
            if (said != upload.Part)
            {
                yield return $"{upload.BlobName} was sent as {upload.Part} and recorded as {said}";
            }
            if (
                ((AssignmentEvent.SubmissionRecorded)recording.Entry.Event).Receipt is { } text
                && Receipt.Parse(text).Part != upload.Part
            )
            {
                yield return $"the receipt of {upload.BlobName} is of {Receipt.Parse(text).Part}";
            }
        }
        foreach (
            var (report, part) in evidence
                .Dossiers.Values.OfType<LeftDossier>()
                .SelectMany(dossier => dossier.Reports)
                .SelectMany(report => report.Parts.Select(part => (report, part)))
        )
        {
            if (
                part.Counting is { } source
                && evidence.Oracle.Uploads.Find(upload => upload.BlobName == source.BlobName)
                    is { } upload
                && (upload.Part != part.Code || upload.Assignment != report.Assignment)
            )
            {
                yield return $"a dossier has {source.BlobName}, sent as {upload.Part}, for {part.Code} of {report.Assignment}";
            }
        }
    }
}
