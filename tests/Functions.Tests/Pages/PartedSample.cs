using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Pages.Tests;

/// <summary>The sample's plan with a report of three parts, and the stream of one.</summary>
internal static class PartedSample
{
    private static readonly AskedPart[] All =
    [
        new("report", true),
        new("annex", true),
        new("signed", false),
    ];

    public static PlanLookup Lookup { get; } = new(Parted);

    public static IReadOnlyList<Entry> Stream { get; } =
        Write(
            new AssignmentEvent.Opened(1, OpeningCause.Plan, Due, Due, All, null),
            new AssignmentEvent.AttemptRefused(1, "annex", "file-empty", "ba-dinh-1", "a.xlsx"),
            new AssignmentEvent.UploadPermitted(
                1,
                "report",
                "b",
                Sample.Hostile,
                "ba-dinh-1",
                Sample.Now
            ),
            new AssignmentEvent.SubmissionRecorded(Sample.Submission()),
            new AssignmentEvent.SubmissionRecorded(
                Sample.Submission(
                    findings: [new Finding("file-encrypted", Severity.Error, [])]
                ) with
                {
                    Part = "annex",
                    BlobName = "c",
                }
            ),
            new AssignmentEvent.ReturnAsked(1, ["report", "annex"], "operations", Sample.Hostile)
        );

    private static Deadline Due => Sample.Limit("2024-09-11T00:00:00+07:00");

    private static Plan Parted =>
        Sample.Plan with
        {
            ReportTypes =
            [
                .. Sample.Plan.ReportTypes.Select(type =>
                    type.Code == Sample.District.ReportType
                        ? type with
                        {
                            Parts =
                            [
                                new(
                                    "report",
                                    new LocalizedText("Báo cáo", "Report", "रिपोर्ट"),
                                    PartKind.Report,
                                    [FileFormat.Docx, FileFormat.Pdf],
                                    true
                                ),
                                new(
                                    "annex",
                                    new LocalizedText(
                                        "Phụ lục số liệu",
                                        "Data annex",
                                        "आँकड़ा परिशिष्ट"
                                    ),
                                    PartKind.Annex,
                                    [FileFormat.Xlsx],
                                    true
                                ),
                                new(
                                    "signed",
                                    new LocalizedText(
                                        "Bản ký, đóng dấu",
                                        "Signed copy",
                                        "हस्ताक्षरित प्रति"
                                    ),
                                    PartKind.Scan,
                                    [FileFormat.Pdf],
                                    false
                                ),
                            ],
                        }
                        : type
                ),
            ],
        };

    internal static List<Entry> Write(params IEnumerable<Event> events)
    {
        var entries = new List<Entry>();
        foreach (var @event in events)
        {
            entries.Add(
                Chain.Next(
                    Sample.District.Stream,
                    entries.LastOrDefault(),
                    Sample.Now,
                    $"key-{entries.Count + 1}",
                    @event
                )
            );
        }
        return entries;
    }
}
