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
}
