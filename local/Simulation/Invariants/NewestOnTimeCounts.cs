using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What stands in the dossier is what people sent last in time.</summary>
internal sealed class NewestOnTimeCounts : IInvariant
{
    // A dossier is compiled over some minutes; what is recorded meanwhile may be in it or not.
    private static readonly TimeSpan Compiling = TimeSpan.FromHours(2);

    public string Sentence =>
        "Of the accepted uploads of a part on time the newest counts, with its own bytes; a late one only where none was on time.";

    public bool HasCase(Evidence evidence) =>
        evidence
            .Oracle.Uploads.Where(upload => Recordings.CanCount(evidence, upload))
            .CountBy(upload => (upload.Assignment, upload.Part))
            .Any(same => same.Value > 1);

    public IEnumerable<string> Broken(Evidence evidence) =>
        AtTheEnd(evidence)
            .Concat(
                evidence
                    .Dossiers.Values.OfType<LeftDossier>()
                    .SelectMany(dossier =>
                        dossier.Reports.SelectMany(report =>
                            report.Parts.SelectMany(part =>
                                InDossier(evidence, dossier, report.Assignment, part)
                            )
                        )
                    )
            );

    private static IEnumerable<string> AtTheEnd(Evidence evidence) =>
        from id in evidence.Plan.Assignments
        let state = AssignmentState.Of(evidence.Assignments[id].Select(line => line.Entry))
        from part in state.Parts
        let counts = part.Counting
        let best = Recordings.Best(
            evidence,
            Recordings
                .Of(evidence, id)
                .Select(recording => recording.Upload)
                .Where(upload => upload.Part == part.Code)
        )
        where counts?.BlobName != best?.BlobName
        select $"{part.Code} of {id}: {counts?.BlobName ?? "nothing"} counts instead of {best?.BlobName ?? "nothing"}";

    private static IEnumerable<string> InDossier(
        Evidence evidence,
        LeftDossier dossier,
        AssignmentId id,
        PartRow part
    )
    {
        if (!evidence.Assignments.ContainsKey(id))
        {
            yield break;
        }
        var uploads = evidence
            .Oracle.Uploads.Where(upload =>
                upload.Assignment == id
                && upload.Part == part.Code
                && upload.Committed <= dossier.CompiledAt
                && !(AdmittedAt(evidence, upload) > dossier.CompiledAt)
            )
            .ToList();
        var best = Recordings.Best(
            evidence,
            uploads.Where(upload => MustBeKnown(evidence, upload, dossier.CompiledAt)),
            line => line.Entry.RecordedAt < dossier.CompiledAt - Compiling
        );
        var chosen = uploads.Find(upload => upload.BlobName == part.Counting?.BlobName);
        if (
            chosen?.BlobName != best?.BlobName
            && (
                chosen is null
                || Recordings.Best(evidence, best is null ? [chosen] : [best, chosen]) != chosen
            )
        )
        {
            yield return $"the dossier of round {dossier.Round} has {part.Counting?.BlobName ?? "nothing"} for {part.Code} of {id} instead of {best?.BlobName ?? "nothing"}";
        }
        if (chosen is not null && chosen.Sha256 != part.Counting!.Sha256)
        {
            yield return $"the dossier of round {dossier.Round} has other bytes for {part.Counting.BlobName}";
        }
    }

    // On record for long enough, or committed before a close at which everything permitted is looked at.
    private static bool MustBeKnown(Evidence evidence, StoredUpload upload, DateTimeOffset compiled)
    {
        if (AdmittedAt(evidence, upload) is { } admitted)
        {
            return admitted < compiled - Compiling;
        }
        var lines = evidence.Assignments[upload.Assignment];
        var isRecorded = Recordings
            .Of(evidence, upload.Assignment)
            .Any(recording =>
                recording.Upload == upload && recording.Entry.RecordedAt < compiled - Compiling
            );
        var closes = Windows.LastCloses(evidence, upload.Assignment, upload.Window);
        return isRecorded
            || lines.Any(line =>
                line.Event is AssignmentEvent.WindowEnded ended
                && ended.Window == upload.Window
                && ended.Outcome != WindowOutcome.Exempt
                && line.Entry.RecordedAt >= closes
                && line.Entry.RecordedAt <= compiled
                && upload.Told < closes
            );
    }

    private static DateTimeOffset? AdmittedAt(Evidence evidence, StoredUpload upload) =>
        evidence.Oracle.Admissions.TryGetValue(upload.BlobName, out var at) ? at : null;
}
