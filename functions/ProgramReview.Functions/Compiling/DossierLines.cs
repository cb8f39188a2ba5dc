using ProgramReview.Core.Audit;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Pages;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Functions.Compiling;

/// <summary>Lists the parts of a dossier as they were when it was compiled, whatever came later.</summary>
public sealed class DossierLines(IRecord record, ReportFiles files)
{
    /// <summary>A line per part.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="downloadPath">Where the file of an assignment is fetched.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ReportLine>> OfAsync(
        PlanLookup plan,
        Dossier dossier,
        Func<AssignmentId, string> downloadPath,
        CancellationToken cancellation
    )
    {
        var lines = new List<ReportLine>();
        foreach (var part in dossier.Parts)
        {
            var facts = (await record.ReadAsync(part.Assignment.Stream, cancellation))
                .Select(entry => entry.Fact)
                .ToList();
            lines.Add(
                new ReportLine(
                    part.Assignment,
                    part.Phase,
                    part.Extension ?? plan.ReportType(part.Assignment.ReportType).Due,
                    await SubmissionOfAsync(part, cancellation),
                    part.Source is null ? null : downloadPath(part.Assignment),
                    part.Extension is null
                        ? null
                        : facts.OfType<AssignmentFact.DueExtended>().LastOrDefault(),
                    part.ExemptionReason is null
                        ? null
                        : facts.OfType<AssignmentFact.Exempted>().FirstOrDefault()
                )
            );
        }
        return lines;
    }

    /// <summary>The submission behind a part, or null.</summary>
    public async Task<Submission?> SubmissionOfAsync(
        DossierPart part,
        CancellationToken cancellation
    ) =>
        part.Source is { } source
            ? await files.FindAsync(part.Assignment, source.BlobName, cancellation)
            : null;
}
