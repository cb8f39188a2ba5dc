using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The upload page in every state.</summary>
internal static class UploadGallery
{
    private static RefusedUpload Refused(string code, params string[] arguments) =>
        new(
            "report",
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
            Parts = [],
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
                    new Finding("file-too-large", Severity.Query, ["70000000", "67108864"]),
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
            With(open),
            With(open with { Phase = AssignmentPhase.Waiting, Window = UploadWindow.Waiting }),
            With(open with { Phase = AssignmentPhase.ToMend }, wrong),
            With(open with { Phase = AssignmentPhase.OnTime }, good, wrong),
            With(open with { Phase = AssignmentPhase.OnTime, Window = UploadWindow.Late }, good),
            Turned(
                open with
                {
                    Phase = AssignmentPhase.Overdue,
                    Window = UploadWindow.Late,
                    Problem = Refused("form-too-large", "10485760"),
                },
                Refused("form-too-large", "10485760")
            ),
            With(open with { Phase = AssignmentPhase.ToMend, Window = UploadWindow.Late }, wrong),
            With(open with { Phase = AssignmentPhase.Late, Window = UploadWindow.Late }, late),
            With(open with { Phase = AssignmentPhase.OnTime, Window = UploadWindow.Closed }, good),
            Turned(
                With(
                    open with
                    {
                        Phase = AssignmentPhase.Missing,
                        Window = UploadWindow.Closed,
                        Problem = Refused("closed", "2024-10-01T00:00:00+07:00"),
                    },
                    refused
                ),
                Refused("closed", "2024-10-01T00:00:00+07:00"),
                Refused("file-too-large", "70000000", "67108864") with
                {
                    Receipt = null,
                }
            ),
            With(
                open with
                {
                    Phase = AssignmentPhase.Reopened,
                    ChangesAsked = Sample.Hostile,
                },
                good
            ),
            With(
                open with
                {
                    Phase = AssignmentPhase.Exempt,
                    Window = UploadWindow.Closed,
                    Exemption = new AssignmentEvent.Exempted("operations", Sample.Hostile),
                }
            ),
            With(open with { Phase = AssignmentPhase.OnTime, Window = UploadWindow.Ended }, good),
            With(
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
                }
            ),
            With(open with { Phase = AssignmentPhase.OnTime }, changed),
            With(
                open with
                {
                    Assignment = Sample.Consolidated,
                    Materials = DossierSample.Page(DossierSample.Lines, 1),
                }
            ),
            .. InParts(language, open, good, wrong),
            .. CheckedGallery.Of(language, open),
        ];
        return states.Select(
            (model, at) =>
                Gallery.Page<UploadPage>(
                    $"upload-{at:00}-{model.Window}-{model.Phase}".ToLowerInvariant(),
                    model
                )
        );
    }

    // A report of three parts: nothing yet, half of it, all of it, and one part asked for again.
    private static IEnumerable<UploadPageModel> InParts(
        Language language,
        UploadPageModel open,
        ReceivedReport good,
        ReceivedReport wrong
    )
    {
        var inParts = open with
        {
            Context = Sample.Context(language) with { Plan = PartedSample.Lookup },
        };
        UploadPart Annex(AssignmentPhase phase, params ReceivedReport[] received) =>
            Part("annex", true, phase, received);

        yield return inParts with
        {
            Parts =
            [
                Part("report", true, AssignmentPhase.Open),
                Annex(AssignmentPhase.Open),
                Part("signed", false, AssignmentPhase.Open),
            ],
        };
        yield return inParts with
        {
            Phase = AssignmentPhase.ToMend,
            Newest = wrong,
            Parts =
            [
                Part("report", true, AssignmentPhase.OnTime, good),
                Annex(AssignmentPhase.ToMend, wrong) with
                {
                    Refused = [Refused("file-empty")],
                },
                Part("signed", false, AssignmentPhase.Open),
            ],
        };
        yield return inParts with
        {
            Phase = AssignmentPhase.OnTime,
            Window = UploadWindow.Late,
            Newest = good,
            Parts =
            [
                Part("report", true, AssignmentPhase.OnTime, good),
                Annex(AssignmentPhase.OnTime, good, wrong),
                Part("signed", false, AssignmentPhase.Overdue),
            ],
        };
        yield return inParts with
        {
            Phase = AssignmentPhase.Reopened,
            Newest = good,
            ChangesAsked = "Bổ sung số liệu chín tháng.",
            Parts =
            [
                Part("report", true, AssignmentPhase.OnTime, good) with
                {
                    IsTaken = false,
                },
                Annex(AssignmentPhase.Reopened, good),
                Part("signed", false, AssignmentPhase.Open),
            ],
        };
    }

    private static UploadPageModel With(UploadPageModel model, params ReceivedReport[] received) =>
        model with
        {
            Newest = received.FirstOrDefault(),
            Parts = [Part("report", true, model.Phase, received)],
        };

    private static UploadPageModel Turned(UploadPageModel model, params RefusedUpload[] refused) =>
        model with
        {
            Parts =
            [
                (model.Parts.Count > 0 ? model : With(model)).Parts[0] with
                {
                    Refused = refused,
                },
            ],
        };

    public static UploadPart Part(
        string code,
        bool isRequired,
        AssignmentPhase phase,
        params ReceivedReport[] received
    ) =>
        new(
            new PartStanding(code, isRequired, phase, received.Length > 0),
            IsTaken: true,
            IsAwaited: isRequired
                && phase
                    is AssignmentPhase.Open
                        or AssignmentPhase.Overdue
                        or AssignmentPhase.ToMend
                        or AssignmentPhase.Reopened,
            received,
            []
        );
}
