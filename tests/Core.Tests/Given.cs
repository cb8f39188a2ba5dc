using System.Globalization;
using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;

namespace ProgramReview.Core.Tests;

/// <summary>Things the tests begin with; the instants are those of the Hanoi plan.</summary>
internal static class Given
{
    public const int Many = 10_000;

    public static readonly AssignmentId BaDinh = AssignmentId.Parse(
        "hanoi-01-ctr-tu.ba-dinh.district"
    );

    public static readonly DateTimeOffset Opening = SamplePlan.Opens;

    /// <summary>The districts' due instant: the end of 10 September in Hanoi.</summary>
    public static readonly Deadline Due = Instant("2024-09-11T00:00:00+07:00");

    /// <summary>The hard deadline: the end of 30 September in Hanoi.</summary>
    public static readonly Deadline Closes = Instant("2024-10-01T00:00:00+07:00");

    /// <summary>Instants of every precision from July to November 2024, each with some offset that is in use or could be.</summary>
    public static readonly Gen<DateTimeOffset> Instants = Gen.Select(
        Gen.Long[At("2024-07-01T00:00:00Z").UtcTicks, At("2024-11-30T00:00:00Z").UtcTicks],
        Gen.Int[-14 * 60, 14 * 60],
        (ticks, offset) =>
            new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(offset))
    );

    public static readonly Gen<Deadline> DeadlineTimes = Instants.Select(instant =>
        Deadline.At(WholeSecond.From(instant))
    );

    /// <summary>Texts with what people really type: Vietnamese, composed or not, Hindi, quotes, controls, emoji and odd spaces.</summary>
    public static readonly Gen<string> Texts = Gen.OneOf(
            Gen.OneOf(
                "Ủy ban nhân dân quận Ba Đình",
                "U\u0309y ban nha\u0302n da\u0302n",
                "समीक्षा \u0958",
                "\"",
                "'",
                "\\\"",
                "<b>&amp;</b>",
                "\u0000\u001f\u2028",
                "🏛️",
                "\u202etxt.exe",
                ""
            ),
            Gen.String[Gen.Char.AlphaNumeric, 0, 12]
        )
        .Array[0, 5]
        .Select(parts => string.Join(" ", parts));

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);

    public static Deadline Instant(string text) => Deadline.At(At(text));

    /// <summary>What a window asks for where the plan lists no parts.</summary>
    public static IReadOnlyList<AskedPart> Whole { get; } = [new(ReportPart.Whole, true)];

    /// <summary>The part of a report that has only this one.</summary>
    public static PartId PartOf(AssignmentId assignment) => new(assignment, ReportPart.Whole);

    public static AssignmentEvent.Opened Opened(
        int window = 1,
        Deadline? due = null,
        Deadline? closes = null
    ) =>
        new(
            window,
            window == 1 ? OpeningCause.Plan : OpeningCause.ChangesAsked,
            due ?? Due,
            closes ?? Closes,
            Whole,
            window == 1 ? null : "Thêm số liệu."
        );

    public static Submission Submission(
        DateTimeOffset committed,
        int window = 1,
        Severity? finding = null,
        string permission = "p1",
        Deadline? due = null,
        Deadline? closes = null,
        Deadline? extension = null,
        string part = ReportPart.Whole
    ) =>
        new()
        {
            Window = window,
            Part = part,
            BlobName = $"hanoi-01-ctr-tu/ba-dinh/district/{window}/{part}/{permission}",
            ETag = "\"0x8DCD\"",
            FileName = "Báo cáo quận Ba Đình.docx",
            Size = 12_345,
            Sha256 = new string('a', 64),
            Person = "ba-dinh-van-phong",
            Noticed = committed.AddMinutes(7),
            Channel = Channel.BlobCreated,
            Judgement = Timeliness.Judge(
                due ?? Due,
                closes ?? Closes,
                extension,
                admitted: false,
                committed
            ),
            Findings = finding is { } severity ? [new Finding("file-odd", severity, ["a"])] : [],
        };

    /// <summary>A version whose content is still to be looked at.</summary>
    public static AssignmentEvent.SubmissionRecorded Unchecked(
        string committed,
        string permission = "p1",
        string part = ReportPart.Whole,
        int window = 1
    ) =>
        new(
            Submission(At(committed), window, permission: permission, part: part) with
            {
                AwaitsCheck = true,
            }
        );

    /// <summary>What a look at its content found.</summary>
    public static AssignmentEvent.Checked Checked(
        Finding[] findings,
        string permission = "p1",
        string part = ReportPart.Whole,
        int window = 1,
        bool isCorrectable = false,
        bool holdsUnexplained = false,
        PairCheck[]? pairs = null,
        string[]? beside = null
    ) =>
        new(
            window,
            part,
            $"hanoi-01-ctr-tu/ba-dinh/district/{window}/{part}/{permission}",
            new ContentCheck
            {
                Reader = 1,
                Rules = 1,
                Findings = findings,
                IsCorrectable = isCorrectable,
                HoldsUnexplained = holdsUnexplained,
                Beside = beside,
                Pairs = pairs,
            }
        );

    /// <summary>What a scanner said of it.</summary>
    public static AssignmentEvent.Scanned Scanned(
        ScanVerdict verdict,
        string? words = null,
        string permission = "p1"
    ) =>
        new(
            1,
            ReportPart.Whole,
            $"hanoi-01-ctr-tu/ba-dinh/district/1/{ReportPart.Whole}/{permission}",
            new ScanResult(verdict, "clamd", words)
        );

    public static AssignmentEvent.SubmissionRecorded Recorded(
        string committed,
        int window = 1,
        Severity? finding = null,
        Deadline? due = null,
        Deadline? closes = null
    ) => new(Submission(At(committed), window, finding, "p1", due, closes));

    /// <summary>A chain of these events, one a minute.</summary>
    public static IReadOnlyList<Entry> Stream(StreamId stream, params IEnumerable<Event> events)
    {
        var entries = new List<Entry>();
        foreach (var @event in events)
        {
            entries.Add(
                Chain.Next(
                    stream,
                    entries.LastOrDefault(),
                    Opening.AddMinutes(entries.Count),
                    $"key-{entries.Count + 1}",
                    @event
                )
            );
        }
        return entries;
    }

    public static AssignmentState State(params IEnumerable<Event> events) =>
        AssignmentState.Of(Stream(BaDinh.Stream, events));

    public static LocalizedText Text(string vi) => new(vi, vi + " (en)", vi + " (hi)");

    public static Person Person(string id) => new(id, Text(id), $"{id}@hanoi.example", Language.Vi);

    public static ReportType ReportType(string code, params IReadOnlyList<string> owedBy) =>
        new()
        {
            Code = code,
            Title = Text("Báo cáo " + code),
            Outline = [Text("Kết quả")],
            Formats = [FileFormat.Docx, FileFormat.Pdf],
            MaxBytes = 20_000_000,
            OwedBy = owedBy,
            After = [],
            OpensAtLatest = Opening,
            Due = Due,
            Closes = Closes,
            Reminders = [],
        };

    /// <summary>A small plan: two districts owe a report each, the standing agency the consolidated one; quorum 3 of 5.</summary>
    public static PlanLookup Plan() =>
        new(
            SamplePlan.Plan with
            {
                Id = "hanoi-01-ctr-tu",
                Bodies =
                [
                    Body("organisation", "city"),
                    Body("ba-dinh", "district"),
                    Body("ba-vi", "district"),
                ],
                ReportTypes =
                [
                    ReportType("r6", "organisation"),
                    ReportType("district", "ba-dinh", "ba-vi"),
                ],
                ConsolidatedReport = "r6",
                Approval = Approval(),
                Operations = Person("operations"),
            }
        );

    public static ApprovalPlan Approval(int quorum = 3, int rejections = 2) =>
        new()
        {
            Approvers = [.. Enumerable.Range(1, 5).Select(i => Person($"approver-{i}"))],
            Quorum = quorum,
            Rejections = rejections,
            Closes = TimeSpan.FromDays(10),
            Reminders = [TimeSpan.FromDays(3), TimeSpan.FromDays(7)],
            CorrectionDue = TimeSpan.FromDays(3),
            CorrectionCloses = TimeSpan.FromDays(4),
        };

    private static Body Body(string code, string kind) =>
        new(code, Text(code), kind, null, [Person(code + "-van-phong")]);
}
