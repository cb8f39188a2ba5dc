using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>What a program learns of a file that it sent: time at once, whether it counts as soon as that is known.</summary>
internal static class UploadAnswer
{
    /// <summary>The answer as JSON.</summary>
    /// <param name="page">Puts findings into words.</param>
    /// <param name="stream">The assignment's stream.</param>
    /// <param name="recorded">The entry that recorded the file.</param>
    /// <param name="places">Where receipts are found.</param>
    /// <param name="browserSha256">What the sender had computed, or null.</param>
    public static IResult Of(
        PageContext page,
        EventStream stream,
        Entry recorded,
        ReceiptPlaces places,
        string? browserSha256 = null
    )
    {
        var name = ((AssignmentEvent.SubmissionRecorded)recorded.Event).Submission.BlobName;
        var submission = stream.Assignment.Submissions.First(one => one.BlobName == name);
        var check = stream.LastOrDefault(entry => RecordedReceipt.LookedAt(entry) == name);
        var found = submission
            .Standing()
            .Concat(stream.Assignment.PairFindings(submission))
            .ToList();
        return Results.Json(
            new
            {
                part = submission.Part,
                receipt = ReceiptNumber.Of(recorded),
                receiptPage = places.Of(recorded)?.Page,
                sha256 = submission.Sha256,
                matches = browserSha256 is null || browserSha256 == submission.Sha256,
                committed = submission.Judgement.Committed,
                verdict = submission.Judgement.Verdict,
                checks = submission.IsBeingChecked ? "outstanding" : "done",
                // Asked again as long as checks are outstanding.
                checksPage = places.ChecksOf(recorded),
                checkReceipt = check is null ? null : ReceiptNumber.Of(check),
                checkReceiptPage = check is null ? null : places.Of(check)?.Page,
                acceptable = submission.IsBeingChecked ? (bool?)null : submission.IsAcceptable,
                findings = found.Select(finding => finding.Code),
                details = found.Select(finding =>
                    FindingLine.Of(page, AssignmentId.Parse(stream.Id.Value).ReportType, finding)
                ),
            }
        );
    }
}
