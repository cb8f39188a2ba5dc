using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Pages.Tests;

/// <summary>The upload page in every state.</summary>
internal static class UploadGallery
{
    private static RefusedUpload Refused(string code, params string[] arguments) =>
        new(
            new Finding(code, Severity.Blocker, arguments),
            Sample.Hostile,
            Sample.At("2024-10-01T00:00:01+07:00"),
            new ReceiptPlaceOnSite("hanoi-01-ctr-tu.ba-dinh.district/7", "/u/x/receipts/7")
        );

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var open = new UploadPageModel
        {
            Context = Sample.Context(language),
            Assignment = Sample.District,
            Address = new Uri(
                "https://review.hanoi.example/u/abcdefghijklmnopqrstuvwxyz.c2lnbmF0dXJl"
            ),
            Phase = AssignmentPhase.Open,
            Window = UploadWindow.Open,
            OpensAtLatest = Sample.At("2024-09-21T00:00:00+07:00"),
            Due = Sample.Limit("2024-09-21T00:00:00+07:00"),
            Closes = Sample.Limit("2024-10-01T00:00:00+07:00"),
            Received = [],
        };
        var good = new ReceivedReport(
            Sample.Submission(),
            "ba-dinh.district-0004",
            true,
            "/u/x/files/4",
            new ReceiptPlaceOnSite("ba-dinh.district-0004", "/u/x/receipts/4")
        );
        var wrong = new ReceivedReport(
            Sample.Submission(
                name: Sample.Hostile,
                findings:
                [
                    new Finding("file-type-not-accepted", Severity.Blocker, ["zip", "Docx,Pdf"]),
                    new Finding("file-too-large", Severity.Warning, ["70000000", "67108864"]),
                ]
            ),
            "ba-dinh.district-0003",
            false
        );
        var late = new ReceivedReport(
            Sample.Submission(TimelinessVerdict.Late, TimelinessReason.AfterDue),
            "ba-dinh.district-0005",
            true
        );
        var changed = good with
        {
            Submission = good.Submission with { BrowserSha256 = Sample.Hash },
        };
        var refused = new ReceivedReport(
            Sample.Submission(TimelinessVerdict.Refused, TimelinessReason.AfterCloses),
            "ba-dinh.district-0006",
            false
        );
        UploadPageModel[] states =
        [
            open,
            open with
            {
                Phase = AssignmentPhase.Waiting,
                Window = UploadWindow.Waiting,
            },
            open with
            {
                Phase = AssignmentPhase.ToMend,
                Received = [wrong],
            },
            open with
            {
                Phase = AssignmentPhase.OnTime,
                Received = [good, wrong],
            },
            open with
            {
                Phase = AssignmentPhase.OnTime,
                Window = UploadWindow.Late,
                Received = [good],
            },
            open with
            {
                Phase = AssignmentPhase.Overdue,
                Window = UploadWindow.Late,
                Problem = Refused("form-too-large", "10485760"),
                Refused = [Refused("form-too-large", "10485760")],
            },
            open with
            {
                Phase = AssignmentPhase.ToMend,
                Window = UploadWindow.Late,
                Received = [wrong],
            },
            open with
            {
                Phase = AssignmentPhase.Late,
                Window = UploadWindow.Late,
                Received = [late],
            },
            open with
            {
                Phase = AssignmentPhase.OnTime,
                Window = UploadWindow.Closed,
                Received = [good],
            },
            open with
            {
                Phase = AssignmentPhase.Missing,
                Window = UploadWindow.Closed,
                Received = [refused],
                Problem = Refused("closed", "2024-10-01T00:00:00+07:00"),
                Refused =
                [
                    Refused("closed", "2024-10-01T00:00:00+07:00"),
                    Refused("file-too-large", "70000000", "67108864") with
                    {
                        Receipt = null,
                    },
                ],
            },
            open with
            {
                Phase = AssignmentPhase.Reopened,
                ChangesAsked = Sample.Hostile,
                Received = [good],
            },
            open with
            {
                Phase = AssignmentPhase.Exempt,
                Window = UploadWindow.Closed,
                Exemption = new AssignmentEvent.Exempted("operations", Sample.Hostile),
            },
            open with
            {
                Phase = AssignmentPhase.OnTime,
                Window = UploadWindow.Ended,
                Received = [good],
            },
            open with
            {
                Extension = new AssignmentEvent.DueExtended(
                    1,
                    open.Due,
                    Sample.Limit("2024-09-25T17:00:00+07:00"),
                    open.Closes,
                    "operations",
                    "Bão Yagi"
                ),
                Due = Sample.Limit("2024-09-25T17:00:00+07:00"),
            },
            open with
            {
                Phase = AssignmentPhase.OnTime,
                Received = [changed],
            },
            open with
            {
                Assignment = Sample.Consolidated,
                Materials = DossierSample.Lines,
            },
        ];
        return states.Select(
            (model, at) =>
                Gallery.Page<UploadPage>(
                    $"upload-{at:00}-{model.Window}-{model.Phase}".ToLowerInvariant(),
                    model
                )
        );
    }
}
