using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Host.Tests.BothWays;

/// <summary>A small cycle of twelve hours: two units report to an office, whose two approvers decide.</summary>
internal static class BothWaysPlan
{
    /// <summary>Before it opens, the host has half an hour of its product's time to start.</summary>
    public static readonly DateTimeOffset ClockStart = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Opens = ClockStart.AddMinutes(30);

    public static Plan Plan { get; } =
        new()
        {
            Id = "both-ways",
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
            Bodies = [BodyOf("office"), BodyOf("alpha"), BodyOf("beta")],
            ReportTypes =
            [
                TypeOf("part", ["alpha", "beta"], [], opens: 0, remind: 1.5, due: 3, close: 5),
                TypeOf("whole", ["office"], ["part"], opens: 5, remind: 6.5, due: 7.5, close: 8.5),
            ],
            ConsolidatedReport = "whole",
            Approval = new()
            {
                Approvers = [PersonOf("first"), PersonOf("second")],
                Quorum = 2,
                Rejections = 2,
                Closes = TimeSpan.FromHours(6),
                Reminders = [TimeSpan.FromHours(5)],
                CorrectionDue = TimeSpan.FromHours(3),
                CorrectionCloses = TimeSpan.FromHours(4),
            },
            Operations = PersonOf("operations"),
        };

    private static ReportType TypeOf(
        string code,
        string[] owedBy,
        string[] after,
        double opens,
        double remind,
        double due,
        double close
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
            OpensAtLatest = Opens.AddHours(opens),
            Due = Deadline.At(Opens.AddHours(due)),
            Closes = Deadline.At(Opens.AddHours(close)),
            Reminders = [Opens.AddHours(remind)],
        };

    private static Body BodyOf(string code) =>
        new(code, Text($"The body {code}"), "unit", null, [PersonOf($"{code}-officer")]);

    private static Person PersonOf(string id) =>
        new(id, Text($"Officer {id}"), $"{id}@plan.example", Language.En);

    private static LocalizedText Text(string text) => new($"{text} (vi)", text, $"{text} (hi)");
}
