using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The lines of a dossier in which everything happened.</summary>
internal static class DossierSample
{
    private static readonly ObjectionTerms Terms = new(
        ["approver-1"],
        24,
        "operations",
        "operations",
        Sample.Hostile
    );

    /// <summary>What operations recorded of a session.</summary>
    public static SeatOrder Session { get; } =
        new(
            new CycleEvent.MeetingRecorded(
                2,
                Sample.Hash,
                Sample.Now,
                [
                    new MeetingAnswer("approver-1", DecisionVerdict.Approve),
                    new MeetingAnswer("approver-2", DecisionVerdict.Abstain),
                ],
                Sample.Hash,
                Sample.Hostile,
                Terms
            ),
            Terms,
            7,
            "k",
            Sample.Now
        );

    /// <summary>Its minutes, as they are read and as they are withheld.</summary>
    public static IEnumerable<MinutesLine> Minutes(string path) =>
        ((string?[])[null, ContentCheck.NotScanned, ScanResult.Infected]).Select(
            why => new MinutesLine((CycleEvent.MeetingRecorded)Session.Event, path, why)
        );

    /// <summary>Somebody put into a seat, confirmed and told.</summary>
    public static SeatOrder Seated { get; } =
        new(
            new CycleEvent.SeatPassed("approver-1", "approver-1", "approver-2", Sample.Hash, Terms),
            Terms,
            8,
            "k",
            Sample.Now
        )
        {
            Confirmation = new CycleEvent.SeatsConfirmed(8, "b", "b", Sample.Hostile),
            Told = new Dictionary<string, DateTimeOffset> { ["approver-1"] = Sample.Now },
        };

    /// <summary>An answer of the session.</summary>
    public static SeatAnswer InSession { get; } =
        new("approver-1", "approver-1", DecisionVerdict.Approve, Session);

    public static IReadOnlyList<ReportLine> Lines { get; } =
    [.. Sample.Lookup.Assignments.Select(Line)];

    public static IReadOnlyList<RoundTally> Tally { get; } = [new(5, 2, 1, 0, 0, 0, 3)];

    public static IReadOnlyList<Anchor> Anchors { get; } =
    [
        .. Enumerable
            .Range(0, 3)
            .Select(i => new Anchor(
                i == 2 ? AnchorCause.Dossier : AnchorCause.Day,
                new DateOnly(2024, 9, 28 + i),
                Sample.Hash,
                72,
                11 + i,
                new string((char)('a' + i), 64),
                Sample.Now.AddDays(i)
            )),
    ];

    /// <summary>The root of the dossier.</summary>
    public static Dossier Root => RootOf(Lines);

    /// <summary>The reports with an exception, each with why.</summary>
    public static IReadOnlyList<ExceptionGroup> Groups =>
        [
            Group(DossierException.Late, line => line.Phase == AssignmentPhase.Late),
            Group(DossierException.Missing, line => line.Phase == AssignmentPhase.Missing) with
            {
                Count = 12_000,
            },
            Group(DossierException.Exempt, line => line.Exemption is not null),
            Group(DossierException.Extended, line => line.Extension is not null),
            Group(DossierException.Admitted, Has<AssignmentEvent.Admitted>),
            Group(
                DossierException.Corrected,
                line => line.Parts.Any(part => part.Counting is { IsCorrection: true })
            ),
            Group(
                DossierException.OnBehalf,
                line => line.Parts.Any(part => part.Counting is { OnBehalf: not null })
            ),
            Group(DossierException.Reopened, Has<AssignmentEvent.Opened>),
            Group(DossierException.Overruled, Has<AssignmentEvent.Overruled>),
            Group(DossierException.Explained, line => line.Explanations.Count > 0),
            Group(DossierException.Unexplained, line => line.Explanations.Count > 0),
        ];

    /// <summary>The root over some lines.</summary>
    public static Dossier RootOf(IReadOnlyList<ReportLine> lines) =>
        new()
        {
            Cycle = Sample.Plan.Cycle,
            PlanHash = Sample.Hash,
            Round = 2,
            CompiledAt = Sample.Now.AddDays(-3),
            Consolidated = Sample.Consolidated,
            Versions = new DossierVersions(1, 1),
            Totals = DossierTotals.None with
            {
                Reports = lines.Count,
                Phases = lines.CountBy(line => line.Phase).ToDictionary(),
                CloseCalls = CloseCalls.Count,
            },
            Pieces = [],
            Anchors = Anchors,
            Outages = Outages,
            HealthGaps = [.. Outages.Select(outage => outage.Window)],
        };

    /// <summary>A page of lines, without the consolidated report.</summary>
    public static ReportPage Page(IReadOnlyList<ReportLine> lines, int number)
    {
        var others = lines.Where(line => line.Assignment != Sample.Consolidated).ToList();
        return new ReportPage(
            [.. others.Skip((number - 1) * ReportPage.Most).Take(ReportPage.Most)],
            others.Count,
            number
        );
    }

    private static ExceptionGroup Group(DossierException kind, Func<ReportLine, bool> which)
    {
        var lines = Lines.Where(which).ToList();
        return new ExceptionGroup(kind, lines.Count, lines, $"/d/x/exceptions/{kind}");
    }

    private static bool Has<T>(ReportLine line)
        where T : Event => (line.Decisions ?? []).OfType<T>().Any();

    /// <summary>One outage that moved deadlines, one that is being seen to, and one that moves none.</summary>
    public static IReadOnlyList<Outage> Outages { get; } =
    [
        new(9, Sample.Now, Window(1), 5, "operations", Sample.Hostile, 72),
        new(10, Sample.Now, Window(2), 5, Sample.Hostile, "Bão Yagi"),
        new(11, Sample.Now, Window(3), 0, "operations", "Bão Yagi", 0),
    ];

    private static OutageWindow Window(int day) =>
        new(Sample.Now.AddDays(day), Sample.Now.AddDays(day).AddHours(4.5));

    /// <summary>One close judgement by every door and for every reason, and an attempt refused before a file was stored.</summary>
    public static IReadOnlyList<FairnessLine> CloseCalls { get; } =
    [
        .. Enum.GetValues<Channel>()
            .SelectMany(
                (channel, door) =>
                    Enum.GetValues<TimelinessReason>()
                        .Select(
                            (reason, at) =>
                                new FairnessLine
                                {
                                    Assignment = Sample.Lookup.Assignments[door + at],
                                    Window = 1,
                                    Part = "report",
                                    Sequence = 7,
                                    Channel = channel,
                                    Permitted = Sample.Now.AddMinutes(-9),
                                    Committed = Sample.Now.AddMilliseconds((at * 999) - 1501),
                                    Noticed = Sample.Now.AddSeconds(12.3456),
                                    Recorded = Sample.Now.AddSeconds(13),
                                    Instant = at < 3 ? FairnessInstant.Due : FairnessInstant.Closes,
                                    Limit = Due,
                                    Distance = TimeSpan.FromMilliseconds((at * 999) - 1501),
                                    Verdict =
                                        reason <= TimelinessReason.BeforeExtendedDue
                                            ? TimelinessVerdict.OnTime
                                        : reason == TimelinessReason.AfterCloses
                                            ? TimelinessVerdict.Refused
                                        : TimelinessVerdict.Late,
                                    Reason = reason,
                                    Why = null,
                                }
                        )
            ),
        new()
        {
            Assignment = Sample.District,
            Window = 1,
            Part = "report",
            Sequence = 8,
            Channel = null,
            Permitted = null,
            Committed = null,
            Noticed = null,
            Recorded = Sample.Now,
            Instant = FairnessInstant.Closes,
            Limit = Due,
            Distance = TimeSpan.FromSeconds(1),
            Verdict = null,
            Reason = null,
            Why = new Finding("closed", Severity.Blocker, ["2024-10-01T00:00:00+07:00"]),
        },
    ];

    private static ReportLine Line(AssignmentId id, int at) =>
        at switch
        {
            2 => Plain(
                id,
                AssignmentPhase.Late,
                Sample.Submission(
                    TimelinessVerdict.Late,
                    TimelinessReason.AfterDue,
                    "Bao cao nop muon.pdf"
                )
            ),
            3 => Plain(id, AssignmentPhase.Missing, null),
            4 => Plain(id, AssignmentPhase.OnTime, Sample.Submission()) with
            {
                Findings =
                [
                    new("estimate-off-trend", Severity.Query, 1, 2, 1, 1, 0),
                    new("dispatch-number-missing", Severity.Info, 1, 1, 0, 0, 0),
                ],
                Queries =
                [
                    new AskedQuery("report", CheckedSample.Query),
                    new AskedQuery(
                        "report",
                        CheckedSample.Query with
                        {
                            Place = new() { Cell = "H8" },
                        }
                    ),
                ],
                Explanations = [CheckedSample.Answer with { Part = "report" }],
            },
            5 => Plain(id, AssignmentPhase.Exempt, null) with
            {
                Exemption = new AssignmentEvent.Exempted("operations", Sample.Hostile),
            },
            7 => Plain(id, AssignmentPhase.OnTime, Sample.Submission(name: Sample.Hostile)) with
            {
                Extension = new AssignmentEvent.DueExtended(
                    1,
                    Due,
                    Sample.Limit("2024-09-14T17:00:00+07:00"),
                    Due,
                    "operations",
                    "Bão Yagi"
                ),
            },
            8 => Plain(
                id,
                AssignmentPhase.OnTime,
                Sample.Submission(name: Sample.Hostile) with
                {
                    Channel = Channel.Operations,
                    OnBehalf = new OnBehalf(Sample.Now, Sample.Hostile, Sample.Hostile),
                    EvidenceStored = Sample.Now.AddHours(5),
                    Judgement = Sample.Submission().Judgement with
                    {
                        Reason = TimelinessReason.CorrectedAfterCloses,
                    },
                }
            ) with
            {
                Decisions =
                [
                    new AssignmentEvent.Admitted(
                        1,
                        "report",
                        "b",
                        Timeliness.Judge(Due, Due, null, admitted: true, Sample.Now.AddYears(1)),
                        "operations",
                        Sample.Hostile
                    ),
                    new AssignmentEvent.Opened(
                        2,
                        OpeningCause.Returned,
                        Due,
                        Due,
                        [new("report", true)],
                        Sample.Hostile,
                        "Lan"
                    ),
                    new AssignmentEvent.Overruled(
                        1,
                        "report",
                        "b",
                        CheckedSample.Query.Key,
                        "operations",
                        Sample.Hostile
                    ),
                ],
            },
            _ => Plain(
                id,
                AssignmentPhase.OnTime,
                Sample.Submission(name: $"Bao cao {id.Body}.docx")
            ),
        };

    private static Deadline Due => Sample.Limit("2024-09-11T00:00:00+07:00");

    private static ReportLine Plain(AssignmentId id, AssignmentPhase phase, Submission? counting) =>
        new(
            id,
            phase,
            Due,
            counting is null ? null : CountingFile.Of(counting),
            [
                new PartLine(
                    "report",
                    true,
                    counting is null ? null : CountingFile.Of(counting),
                    counting is null ? null : $"/d/x/files/{id}.report"
                ),
            ]
        );
}
