using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Plans;

/// <summary>A plan small enough to follow every step of it, and the parts to make others of its kind.</summary>
public static class SmallPlan
{
    /// <summary>
    /// Three bodies owe <c>r1</c> (reminder on day 3, due on day 5, closes on day 7); the office owes <c>r2</c> after it (opens by day 8, due on day
    /// 12, closes on day 14). Three approvers, two of them approve, one rejects; a round lasts 3 days, a correction 2 and 3.
    /// </summary>
    public static Plan At(DateTimeOffset opens) =>
        new()
        {
            Id = "small",
            Version = 1,
            Programme = new(
                "01",
                Text("A programme"),
                new DateOnly(2021, 3, 17),
                Text("The committee")
            ),
            TimeZone = "Asia/Ho_Chi_Minh",
            TimeZoneName = Text("Hanoi time"),
            Opens = opens,
            Bodies =
            [
                Body("office", "office", null),
                Body("alpha", "unit", "office"),
                Body("beta", "unit", "office"),
                Body("gamma", "unit", "office"),
            ],
            ReportTypes =
            [
                Report("r1", ["alpha", "beta", "gamma"], opens, Days(5), Days(7), Days(3)),
                Report("r2", ["office"], opens, Days(12), Days(14), Days(10)) with
                {
                    After = ["r1"],
                    OpensAtLatest = opens.AddDays(8),
                },
            ],
            ConsolidatedReport = "r2",
            Approval = new()
            {
                Approvers = [Person("first"), Person("second"), Person("third")],
                Quorum = 2,
                Rejections = 1,
                Closes = Days(3),
                Reminders = [Days(1)],
                CorrectionDue = Days(2),
                CorrectionCloses = Days(3),
            },
            Operations = Person("operations"),
        };

    /// <summary>A report that is asked for at once; its instants are counted from there.</summary>
    public static ReportType Report(
        string code,
        IReadOnlyList<string> owedBy,
        DateTimeOffset opens,
        TimeSpan due,
        TimeSpan closes,
        params IEnumerable<TimeSpan> remind
    ) =>
        new()
        {
            Code = code,
            Title = Text($"Report {code}"),
            Outline = [Text("Results")],
            Formats = [FileFormat.Pdf],
            MaxBytes = 1 << 20,
            OwedBy = owedBy,
            After = [],
            OpensAtLatest = opens,
            Due = Deadline.At(opens + due),
            Closes = Deadline.At(opens + closes),
            Reminders = [.. remind.Select(after => opens + after)],
        };

    /// <summary>A body with its contacts; one officer unless given.</summary>
    public static Body Body(
        string code,
        string kind,
        string? parent,
        params IReadOnlyList<Person> contacts
    ) =>
        new(
            code,
            Text($"The body {code}"),
            kind,
            parent,
            contacts.Count > 0 ? contacts : [Person($"{code}-officer")]
        );

    /// <summary>A person who reads one of the languages.</summary>
    public static Person Person(string id, Language language = Language.En) =>
        new(id, Text($"Officer {id}"), $"{id}@small.example", language);

    /// <summary>So many days.</summary>
    public static TimeSpan Days(int days) => TimeSpan.FromDays(days);

    /// <summary>A text that shows its language.</summary>
    public static LocalizedText Text(string text) => new($"{text} (vi)", text, $"{text} (hi)");
}
