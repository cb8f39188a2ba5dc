using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Half a report is none, and its second half makes it late.</summary>
internal sealed class AsLateAsItsLatestPart : IInvariant
{
    public string Sentence =>
        "A report counts when each of its required parts does, and stands to time as the latest of them did at first; optional parts change nothing.";

    public bool HasCase(Evidence evidence) =>
        Recordings
            .Of(evidence)
            .Any(recording =>
                recording.Upload.Part != ReportPart.Whole
                && recording.Submission.Judgement.Verdict == TimelinessVerdict.Late
            );

    public IEnumerable<string> Broken(Evidence evidence) =>
        AtTheEnd(evidence)
            .Concat(
                evidence
                    .Dossiers.Values.OfType<LeftDossier>()
                    .SelectMany(dossier => InDossier(evidence, dossier))
            );

    private static IEnumerable<string> AtTheEnd(Evidence evidence) =>
        from id in evidence.Plan.Assignments
        let stands = AssignmentState
            .Of(evidence.Assignments[id].Select(line => line.Entry))
            .Timeliness
        let expected = Latest(evidence, id, part => Recordings.FirstVerdict(evidence, id, part))
        where stands != expected
        select $"{id} stands as {stands?.ToString() ?? "nothing"} instead of {expected?.ToString() ?? "nothing"}";

    // What stands of each part is held elsewhere; here, what the report makes of them.
    private static IEnumerable<string> InDossier(Evidence evidence, LeftDossier dossier) =>
        from report in dossier.Reports
        where evidence.Assignments.ContainsKey(report.Assignment) && report.Parts.Count > 0
        let expected = Latest(
            evidence,
            report.Assignment,
            code => report.Parts.Single(part => part.Code == code).Timeliness
        )
        where
            report.Timeliness != expected
            || (report.Phase is AssignmentPhase.OnTime or AssignmentPhase.Late && expected is null)
        select $"the dossier of round {dossier.Round} has {report.Assignment} as {report.Phase}, {report.Timeliness}";

    private static TimelinessVerdict? Latest(
        Evidence evidence,
        AssignmentId id,
        Func<string, TimelinessVerdict?> of
    )
    {
        var required = ReportPart
            .Of(evidence.Plan.ReportType(id.ReportType))
            .Where(part => part.Required)
            .Select(part => of(part.Code))
            .ToList();
        return required.Contains(null) ? null
            : required.Contains(TimelinessVerdict.Late) ? TimelinessVerdict.Late
            : TimelinessVerdict.OnTime;
    }
}
