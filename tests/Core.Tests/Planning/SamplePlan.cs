using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Planning;

/// <summary>A small valid plan to change one thing of.</summary>
internal static class SamplePlan
{
    public static readonly DateTimeOffset Opens = new(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static LocalizedText Text(string text) => new(text, text, text);

    public static Person Person(string id) => new(id, Text(id), $"{id}@plan.example", Language.Vi);

    public static Body Body(string code, string kind, string? parent = null) =>
        new(code, Text(code), kind, parent, [Person($"{code}-contact")]);

    public static ReportType Type(string code, int dueDay, params string[] owedBy) =>
        new()
        {
            Code = code,
            Title = Text(code),
            Outline = [Text("one")],
            Formats = [FileFormat.Pdf],
            MaxBytes = 1024,
            OwedBy = owedBy,
            After = [],
            OpensAtLatest = Opens,
            Due = Deadline.At(Opens.AddDays(dueDay)),
            Closes = Deadline.At(Opens.AddDays(dueDay + 2)),
            Reminders = [Opens.AddDays(dueDay - 2), Opens.AddDays(dueDay - 1)],
        };

    /// <summary>agency (owes summary), north and its child village, south (owe part); r0 part due on day 10, r1 summary on day 20.</summary>
    public static Plan Plan { get; } =
        new()
        {
            Id = "sample",
            Version = 1,
            Programme = new Programme(
                "1",
                Text("programme"),
                new DateOnly(2021, 3, 17),
                Text("committee")
            ),
            TimeZone = "Asia/Ho_Chi_Minh",
            TimeZoneName = Text("zone"),
            Opens = Opens,
            Bodies =
            [
                Body("agency", "agency"),
                Body("north", "unit"),
                Body("village", "unit", "north"),
                Body("south", "unit"),
            ],
            ReportTypes =
            [
                Type("part", 10, "north", "village", "south"),
                Type("summary", 20, "agency") with
                {
                    After = ["part"],
                    OpensAtLatest = Opens.AddDays(10),
                },
            ],
            ConsolidatedReport = "summary",
            Approval = new ApprovalPlan
            {
                Approvers = [Person("chair"), Person("deputy"), Person("member")],
                Quorum = 2,
                Rejections = 1,
                Closes = TimeSpan.FromDays(10),
                Reminders = [TimeSpan.FromDays(3), TimeSpan.FromDays(7)],
                CorrectionDue = TimeSpan.FromDays(3),
                CorrectionCloses = TimeSpan.FromDays(4),
            },
            Operations = Person("operations"),
        };

    /// <summary>
    /// The sample plan with all that can be said of figures and files: units owe a report and an annex of members, share (weighted by members)
    /// and rank for an actual year, nine months and an estimate; the summary is asked for the same, and its results are open to everybody.
    /// </summary>
    public static Plan Figures { get; } =
        Plan with
        {
            Kinds = [new BodyKind("unit", DocumentStyle.Party)],
            ReportTypes =
            [
                .. Plan.ReportTypes.Select(type =>
                    type with
                    {
                        ShortTitle = Text("short"),
                        Outline = [Section("results", "Phần I"), Section("outlook", "Phần II")],
                        Formats = [FileFormat.Docx, FileFormat.Pdf, FileFormat.Xlsx],
                        Parts =
                        [
                            Part("report", PartKind.Report, FileFormat.Docx, FileFormat.Pdf),
                            Part("annex", PartKind.Annex, FileFormat.Xlsx),
                            Part("signed", PartKind.Scan, FileFormat.Pdf) with
                            {
                                Required = false,
                            },
                        ],
                    }
                ),
            ],
            Periods =
            [
                Period("y2023", new DateOnly(2023, 12, 31)),
                Period("m9-2024", new DateOnly(2024, 9, 30)) with
                {
                    MayBePreliminary = true,
                },
                Period("e2024", new DateOnly(2024, 12, 31)) with
                {
                    Estimate = true,
                },
            ],
            Indicators =
            [
                Indicator("members", IndicatorKind.Count) with
                {
                    Min = 0,
                    RollUp = RollUp.Sum,
                    Direction = IndicatorDirection.Up,
                    Target = 10_000,
                    Earlier = [new EarlierFigure("y2023", 8051, "source", null)],
                },
                Indicator("share", IndicatorKind.Percent) with
                {
                    Decimals = 2,
                    Min = 0,
                    Max = 100,
                    RollUp = RollUp.Weighted,
                    WeightedBy = "members",
                    Earlier = [new EarlierFigure("y2023", 12.5m, "source", "north")],
                },
                Indicator("rank", IndicatorKind.Rank) with
                {
                    Min = 1,
                    Earlier = [new EarlierFigure("y2023", 12, "source", null)],
                },
            ],
            Publication = new PublicationPlan(
                Readers.Everybody,
                Readers.Everybody,
                [
                    new ReadingRule("summary", "report", null, Readers.Everybody),
                    new ReadingRule("summary", null, "results", Readers.Everybody),
                ]
            ),
        };

    public static OutlineSection Section(string code, params string[] synonyms) =>
        (OutlineSection)Text(code) with
        {
            Code = code,
            Synonyms = synonyms,
            Required = true,
            TooShort = 200,
        };

    public static ReportPart Part(string code, PartKind kind, params FileFormat[] formats) =>
        new(code, Text(code), kind, formats, Required: true);

    public static Period Period(string code, DateOnly to) =>
        new()
        {
            Code = code,
            Title = Text(code),
            To = to,
        };

    /// <summary>Asked of all units, and in the summary.</summary>
    public static Indicator Indicator(string code, IndicatorKind kind) =>
        new()
        {
            Code = code,
            Name = Text(code),
            Unit = Text("unit"),
            Kind = kind,
            AskedOf = [new AskedOf(null, "unit"), new AskedOf("summary", null)],
        };
}
