using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Lists assignments with what counts for them, and serves stored files.</summary>
public sealed class ReportFiles(
    IEventStore record,
    ISubmissionStore submissions,
    TimeProvider clock
)
{
    /// <summary>A line per assignment as the record has it now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="assignments">Which.</param>
    /// <param name="downloadPath">Where the file of a part is fetched.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<ReportLine>> LinesAsync(
        PlanLookup plan,
        IEnumerable<AssignmentId> assignments,
        Func<PartId, string> downloadPath,
        CancellationToken cancellation
    )
    {
        var lines = new List<ReportLine>();
        foreach (var assignment in assignments)
        {
            var entries = await record.ReadAsync(assignment.Stream, cancellation);
            var state = entries.Assignment;
            lines.Add(
                new ReportLine(
                    assignment,
                    state.Phase(clock.GetUtcNow()),
                    plan.ReportType(assignment.ReportType).DueOf(state),
                    state.Deciding,
                    [
                        .. state.Parts.Select(part => new PartLine(
                            part.Code,
                            part.IsRequired,
                            part.Counting,
                            part.Counting is null
                                ? null
                                : downloadPath(new PartId(assignment, part.Code))
                        )),
                    ],
                    entries
                        .Select(entry => entry.Event)
                        .OfType<AssignmentEvent.DueExtended>()
                        .LastOrDefault(),
                    state.Exemption
                )
            );
        }
        return lines;
    }

    /// <summary>The submission of this name on an assignment's record, or null.</summary>
    public async Task<Submission?> FindAsync(
        AssignmentId assignment,
        string blobName,
        CancellationToken cancellation
    ) =>
        (
            await record.ReadAsync(assignment.Stream, cancellation)
        ).Assignment.Submissions.FirstOrDefault(submission => submission.BlobName == blobName);

    /// <summary>What counts for a part now, or null.</summary>
    public async Task<Submission?> CountingAsync(PartId id, CancellationToken cancellation) =>
        (await record.ReadAsync(id.Assignment.Stream, cancellation)).Assignment.Counting(id.Part);

    /// <summary>
    /// Sends a stored file. It may be hostile: it is always a download of no particular type, never shown inside the site.
    /// </summary>
    public async Task<IResult> SendAsync(Submission submission, CancellationToken cancellation)
    {
        var content = await submissions.OpenAsync(submission.BlobName, cancellation);
        return Results.Stream(
            content,
            "application/octet-stream",
            submission.IsRecognised
                ? submission.FileName
                : ServedFileName.Of(submission.FileName, format: null)
        );
    }
}
