using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Workflow.Tests;

/// <summary>The plans that scenarios run on.</summary>
internal static class Plans
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    public static PlanLookup Hanoi()
    {
        var file = SourceTree.PathOf("plans/hanoi-01-ctr-tu/plan.yaml");
        var reading = PlanFile.Read(File.ReadAllText(file), file, start: null);
        return new PlanLookup(
            reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults))
        );
    }

    /// <summary>
    /// Three bodies owe <c>r1</c> (reminder on day 3, due on day 5, closes on day 7); the office owes <c>r2</c> after it (opens by day 8, due on day
    /// 12, closes on day 14). Three approvers, two of them approve, one rejects; a round lasts 3 days, a correction 2 and 3.
    /// </summary>
    public static Plan Small() =>
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
            Opens = Opens,
            Bodies =
            [
                BodyOf("office", "office", null),
                BodyOf("alpha", "unit", "office"),
                BodyOf("beta", "unit", "office"),
                BodyOf("gamma", "unit", "office"),
            ],
            ReportTypes =
            [
                TypeOf("r1", ["alpha", "beta", "gamma"], [], opens: 0, remind: 3, due: 5, close: 7),
                TypeOf("r2", ["office"], ["r1"], opens: 8, remind: 10, due: 12, close: 14),
            ],
            ConsolidatedReport = "r2",
            Approval = new()
            {
                Approvers = [PersonOf("first"), PersonOf("second"), PersonOf("third")],
                Quorum = 2,
                Rejections = 1,
                Closes = TimeSpan.FromDays(3),
                Reminders = [TimeSpan.FromDays(1)],
                CorrectionDue = TimeSpan.FromDays(2),
                CorrectionCloses = TimeSpan.FromDays(3),
            },
            Operations = PersonOf("operations"),
        };

    private static ReportType TypeOf(
        string code,
        string[] owedBy,
        string[] after,
        int opens,
        int remind,
        int due,
        int close
    ) =>
        new()
        {
            Code = code,
            Title = Text($"Report {code}"),
            Outline = [Text("Results")],
            Formats = [FileFormat.Pdf],
            MaxBytes = 1 << 20,
            OwedBy = owedBy,
            After = after,
            OpensAtLatest = Opens.AddDays(opens),
            Due = Deadline.At(Opens.AddDays(due)),
            Closes = Deadline.At(Opens.AddDays(close)),
            Reminders = [Opens.AddDays(remind)],
        };

    private static Body BodyOf(string code, string kind, string? parent) =>
        new(code, Text($"The body {code}"), kind, parent, [PersonOf($"{code}-officer")]);

    private static Person PersonOf(string id) =>
        new(id, Text($"Officer {id}"), $"{id}@small.example", Language.En);

    private static LocalizedText Text(string text) => new($"{text} (vi)", text, $"{text} (hi)");
}
