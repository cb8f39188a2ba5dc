using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Pages.Tests;

/// <summary>A report of three parts whose content was checked: what was found in it, and what was said to that.</summary>
internal static class CheckedSample
{
    private static readonly string[] Sections = ["led", "results", "limits", "lessons", "tasks"];

    public static PlanLookup Lookup { get; } = new(Planned);

    public static IReadOnlyList<Finding> OfReport { get; } =
    [
        new("section-missing", Severity.Error, [""]) { Place = new() { Section = "lessons" } },
        new("section-empty", Severity.Error, []) { Place = new() { Section = "limits" } },
        new("section-too-short", Severity.Query, ["120", "400"])
        {
            Place = new() { Section = "results", Paragraph = 42 },
        },
        new("dispatch-number-missing", Severity.Info, []),
    ];

    public static IReadOnlyList<Finding> OfAnnex { get; } =
    [
        .. Enumerable
            .Range(1, 14)
            .Select(row => new Finding("value-missing", Severity.Error, [])
            {
                Place = new()
                {
                    Indicator = "admitted",
                    Period = "y2024",
                    Sheet = row == 9 ? Sample.Hostile : null,
                    Cell = $"F{row + 6}",
                },
            }),
        Query,
    ];

    public static Finding Query =>
        new("estimate-off-trend", Severity.Query, ["1,5", "410", "1.240"])
        {
            Place = new()
            {
                Indicator = "admitted",
                Period = "e2025",
                Cell = "H7",
            },
        };

    public static AssignmentEvent.Explained Answer =>
        new(1, "annex", Query.Key, $"Năm 2025 sáp nhập xã. {Sample.Hostile}", "ba-dinh-1");

    public static ContentChanges Changes { get; } =
        new(
            [new("limits", null, 812), new("lessons", 640, null), new("results", 2_310, 2_954)],
            [new("admitted", "y2024", "", "7.021"), new("admitted", "e2025", "900", "410")]
        );

    /// <summary>The record of such a report: checked, explained and returned.</summary>
    public static IReadOnlyList<Entry> Stream { get; } =
        PartedSample.Write(
            new AssignmentEvent.Opened(
                1,
                OpeningCause.Plan,
                Sample.Limit("2024-09-21T00:00:00+07:00"),
                Sample.Limit("2024-10-01T00:00:00+07:00"),
                [new("report", true), new("annex", true), new("signed", false)],
                null
            ),
            new AssignmentEvent.SubmissionRecorded(
                Sample.Submission() with
                {
                    Part = "annex",
                    BlobName = "b-annex",
                    AwaitsCheck = true,
                }
            ),
            new AssignmentEvent.Checked(
                1,
                "annex",
                "b-annex",
                new ContentCheck
                {
                    Reader = 1,
                    Rules = 1,
                    Findings = OfAnnex,
                }
            ),
            Answer,
            new AssignmentEvent.ReturnAsked(
                1,
                ["annex"],
                "operations",
                Sample.Hostile,
                [new ReturnItem("annex", Sample.Hostile) { Finding = Query }]
            )
        );

    /// <summary>A version of a part in which something was found.</summary>
    public static ReceivedReport Version(
        string part,
        string file,
        IReadOnlyList<Finding> findings,
        bool counts = false,
        int sequence = 5
    )
    {
        var check = new ContentCheck
        {
            Reader = 1,
            Rules = 1,
            Findings = findings,
            More = part == "annex" ? new Dictionary<string, int> { ["value-missing"] = 7 } : null,
        };
        return new ReceivedReport(
            Sample.Submission(name: file, findings: [.. findings]) with
            {
                Part = part,
                BlobName = $"b-{part}-{sequence}",
                AwaitsCheck = true,
                Check = check,
            },
            $"ba-dinh.district-000{sequence}",
            counts,
            Receipt: new($"ba-dinh.district-000{sequence}", $"/u/x/receipts/{sequence}")
        )
        {
            Sequence = sequence,
            CheckReceipt = new(
                $"ba-dinh.district-000{sequence + 1}",
                $"/u/x/receipts/{sequence + 1}"
            ),
        };
    }

    /// <summary>A version that nobody has looked into yet.</summary>
    public static ReceivedReport Outstanding(string part) =>
        new(
            Sample.Submission() with
            {
                Part = part,
                AwaitsCheck = true,
            },
            "ba-dinh.district-0008",
            false,
            Receipt: new("ba-dinh.district-0008", "/u/x/receipts/8")
        )
        {
            Sequence = 8,
        };

    private static Plan Planned =>
        PartedSample.Lookup.Plan with
        {
            ReportTypes =
            [
                .. PartedSample.Lookup.Plan.ReportTypes.Select(type =>
                    type.Code == Sample.District.ReportType
                        ? type with
                        {
                            Outline =
                            [
                                .. type.Outline.Zip(
                                    Sections,
                                    (section, code) =>
                                        section with
                                        {
                                            Code = code,
                                            Required = true,
                                            TooShort = 400,
                                        }
                                ),
                            ],
                        }
                        : type
                ),
            ],
            Indicators =
            [
                new Indicator
                {
                    Code = "admitted",
                    Name = new LocalizedText(
                        "Đảng viên mới kết nạp",
                        "New Party members",
                        "नए पार्टी सदस्य"
                    ),
                    Unit = new LocalizedText("người", "people", "व्यक्ति"),
                    Kind = IndicatorKind.Count,
                    Decimals = 0,
                    AskedOf = [new AskedOf(Sample.District.ReportType, null)],
                },
            ],
            Periods =
            [
                new Period
                {
                    Code = "y2024",
                    Title = new LocalizedText("9 tháng 2024", "9 months of 2024", "2024 के 9 माह"),
                    To = new DateOnly(2024, 9, 30),
                },
                new Period
                {
                    Code = "e2025",
                    Title = new LocalizedText(
                        "Ước năm 2025",
                        "Estimate for 2025",
                        "2025 का अनुमान"
                    ),
                    To = new DateOnly(2025, 12, 31),
                    Estimate = true,
                },
            ],
            Checking = new CheckingPlan
            {
                Corrections = TimeSpan.FromDays(2),
                Correctable = ["value-missing", "section-empty"],
            },
        };
}
