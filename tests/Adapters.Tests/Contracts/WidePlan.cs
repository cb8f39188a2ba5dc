using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Adapters.Tests.Contracts;

/// <summary>A plan of three levels: a city, districts, and communes that owe a report each.</summary>
internal static class WidePlan
{
    public static readonly DateTimeOffset Opens = new(2024, 8, 1, 1, 0, 0, TimeSpan.Zero);

    public static PlanLookup Of(CycleId cycle, int districts, int communes)
    {
        var bodies = new List<Body> { Body("city", null) };
        for (var i = 0; i < districts; i++)
        {
            bodies.Add(Body($"d{i}", "city"));
        }
        for (var i = 0; i < districts * communes; i++)
        {
            bodies.Add(Body($"c{i}", $"d{i % districts}"));
        }
        return new PlanLookup(
            new Plan
            {
                Id = cycle.Value,
                Version = 1,
                Programme = new(
                    "01",
                    Text("A programme"),
                    new DateOnly(2021, 3, 17),
                    Text("Board")
                ),
                TimeZone = "Asia/Ho_Chi_Minh",
                TimeZoneName = Text("Hanoi time"),
                Opens = Opens,
                Bodies = bodies,
                ReportTypes =
                [
                    Type("r6", ["city"]),
                    Type("r1", [.. bodies.Skip(1).Select(body => body.Code)]),
                ],
                ConsolidatedReport = "r6",
                Approval = new ApprovalPlan
                {
                    Approvers = [Person("approver")],
                    Quorum = 1,
                    Rejections = 1,
                    Closes = TimeSpan.FromDays(3),
                    Reminders = [],
                    CorrectionDue = TimeSpan.FromDays(2),
                    CorrectionCloses = TimeSpan.FromDays(3),
                },
                Operations = Person("operations"),
            }
        );
    }

    private static ReportType Type(string code, IReadOnlyList<string> owedBy) =>
        new()
        {
            Code = code,
            Title = Text(code),
            Outline = [],
            Formats = [FileFormat.Pdf],
            MaxBytes = 1 << 20,
            OwedBy = owedBy,
            After = [],
            OpensAtLatest = Opens,
            Due = Deadline.At(Opens.AddDays(40)),
            Closes = Deadline.At(Opens.AddDays(60)),
            Reminders = [],
        };

    private static Body Body(string code, string? parent) =>
        new(code, Text(code), "unit", parent, [Person($"{code}-contact")]);

    private static Person Person(string id) =>
        new(id, Text(id), $"{id}@units.example", Language.Vi);

    private static LocalizedText Text(string text) => new(text, text, text);
}
