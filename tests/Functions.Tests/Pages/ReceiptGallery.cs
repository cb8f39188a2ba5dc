using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Pages.Tests;

/// <summary>The receipt's sheet for every kind of attempt.</summary>
internal static class ReceiptGallery
{
    private static readonly AssignmentEvent.Opened Opened = new(
        1,
        OpeningCause.Plan,
        Sample.Limit("2024-09-11T00:00:00+07:00"),
        Sample.Limit("2024-10-01T00:00:00+07:00"),
        [new("report", true)],
        null
    );

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var good = Sample.Submission() with { BrowserSha256 = Sample.Submission().Sha256 };
        var hostile = Sample.Submission(
            TimelinessVerdict.Late,
            TimelinessReason.AfterDue,
            Sample.Hostile,
            new Finding("file-type-not-accepted", Severity.Error, ["zip", "Docx,Pdf"]),
            new Finding("file-too-large", Severity.Query, ["70000000", "67108864"])
        ) with
        {
            BrowserSha256 = new string('b', 64),
        };
        var second = Sample.Submission(TimelinessVerdict.Refused, TimelinessReason.AfterCloses);
        yield return Stored(language, "on-time", good, Opened);
        yield return Stored(
            language,
            "replaces",
            good,
            Opened,
            new AssignmentEvent.SubmissionRecorded(good with { BlobName = "a" })
        );
        yield return Stored(language, "late-wrong", hostile, Opened);
        yield return Stored(
            language,
            "one-second-late",
            second with
            {
                Judgement = second.Judgement with
                {
                    Committed = Sample.At("2024-10-01T00:00:01+07:00"),
                },
            },
            Opened
        );
        yield return Refused(language, "closed", "2024-10-01T00:00:05+07:00", Opened);
        yield return Refused(language, "file-too-large", "2024-09-12T10:00:00+07:00", Opened);
        yield return Refused(language, "exempt", "2024-09-01T10:00:00+07:00", Opened);
        yield return Refused(language, "not-open-yet", "2024-08-01T08:00:05+07:00");
    }

    private static Exhibit Stored(
        Language language,
        string name,
        Submission submission,
        params Event[] before
    ) =>
        Sheet(
            language,
            name,
            ReceiptOf.Submission(Place(before), submission, Sample.At("2024-09-09T15:58:40+07:00")),
            submission.Findings
        );

    private static Exhibit Refused(Language language, string code, string at, params Event[] before)
    {
        var why = new Finding(
            code,
            Severity.Blocker,
            code == "file-too-large" ? ["70000000", "67108864"] : ["2024-10-01T00:00:00+07:00"]
        );
        var attempt = new RefusedAttempt(
            "report",
            why,
            "ba-dinh-1",
            code == "exempt" ? null : Sample.Hostile,
            70_000_000,
            Channel.Form,
            Sample.At(at)
        );
        return Sheet(language, $"refused-{code}", ReceiptOf.Refusal(Place(before), attempt), [why]);
    }

    private static Exhibit Sheet(
        Language language,
        string name,
        Receipt receipt,
        IReadOnlyList<Finding> findings
    ) =>
        Gallery.Page<ReceiptSheet>(
            $"receipt-{name}",
            new ReceiptSheetModel
            {
                Context = Sample.Context(language),
                Receipt = receipt,
                Findings = findings,
                BackPath = "/u/x",
                FilePath = "/u/x/receipts/2/file",
                KeysAddress = new Uri("https://review.hanoi.example/.well-known/receipt-keys.json"),
            }
        );

    private static ReceiptPlace Place(params Event[] before)
    {
        var entries = new List<Entry>();
        foreach (var @event in before)
        {
            entries.Add(
                Chain.Next(
                    Sample.District.Stream,
                    entries.LastOrDefault(),
                    Sample.Now,
                    $"k{entries.Count}",
                    @event
                )
            );
        }
        return new ReceiptPlace(
            Sample.District,
            Sample.Lookup,
            new string('c', 64),
            entries,
            Sample.Now,
            "oKzZ3kq0mXqL3Cq2mJr6cV9yBv0cQ1tT8d8a5oJk7wE"
        );
    }
}
