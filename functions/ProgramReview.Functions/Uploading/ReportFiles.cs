using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Lists assignments with what counts for them, and serves stored files.</summary>
public sealed class ReportFiles(
    IEventStore record,
    IndexReader index,
    FileGate gate,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Whether anybody looks for malware in files before they are sent.</summary>
    public bool IsScanned => gate.IsScanned;

    /// <summary>A page of lines, one for every assignment but one, as the index has them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="except">The one whose author asks.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="downloadPath">Where the file of a part is fetched.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportPage> LinesAsync(
        PlanLookup plan,
        AssignmentId except,
        int page,
        Func<PartId, string> downloadPath,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var shown = plan
            .Assignments.Where(id => id != except)
            .Skip((page - 1) * ReportPage.Most)
            .Take(ReportPage.Most);
        var lines = await index
            .RowsAsync(plan, shown, cancellation)
            .Select(row => new ReportLine(
                row.Assignment,
                row.PhaseAt(now),
                row.Due ?? plan.ReportType(row.Assignment.ReportType).Due,
                row.Deciding,
                PartLine.Of(row.Assignment, row.Parts, downloadPath),
                row.Extension,
                row.Exemption
            ))
            .ToListAsync(cancellation);
        return new ReportPage(lines, plan.Assignments.Count - 1, page);
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

    /// <summary>Sends a submission's file; as <see cref="SendAsync(string, IReadOnlyList{ScanResult}, string, CancellationToken)"/>.</summary>
    public Task<IResult> SendAsync(Submission submission, CancellationToken cancellation) =>
        SendAsync(
            submission.BlobName,
            submission.Scans,
            submission.IsRecognised
                ? submission.FileName
                : ServedFileName.Of(submission.FileName, format: null),
            cancellation
        );

    /// <summary>
    /// Sends a stored file that the gate lets out. It may be hostile: it is always a download of no particular type, never shown inside the site.
    /// </summary>
    /// <param name="blobName">Its name in storage.</param>
    /// <param name="scans">What scanners said of it.</param>
    /// <param name="servedAs">What the download is called.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IResult> SendAsync(
        string blobName,
        IReadOnlyList<ScanResult> scans,
        string servedAs,
        CancellationToken cancellation
    )
    {
        if (gate.Withholds(scans) is { } why)
        {
            return new WithheldFile(problems, why);
        }
        var content = (await gate.OpenAsync(blobName, scans, cancellation))!;
        return Results.Stream(content, "application/octet-stream", servedAs);
    }
}
