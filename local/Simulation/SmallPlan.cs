using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Simulation.Chance;

namespace ProgramReview.Local.Simulation;

/// <summary>
/// The plans that simulations run on: four assignments, three approvers, thirty days. They differ where rules have edges: hard deadlines without a late
/// window, quorum and rejections, one reminder or two.
/// </summary>
internal static class SmallPlan
{
    public static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The cycle of every one of them.</summary>
    public static readonly CycleId Cycle = new("small");

    private static readonly PlanLookup[] Variants = [.. Enumerable.Range(0, 8).Select(Make)];

    /// <summary>The plan of a seed; plans never change, so all runs share them.</summary>
    public static PlanLookup Of(Dice dice) => Variants[dice.Pick(Variants.Length, "plan")];

    private static PlanLookup Make(int variant)
    {
        var (isHard, isStrict, isShort) = ((variant & 1) > 0, (variant & 2) > 0, (variant & 4) > 0);
        return new PlanLookup(
            new Plan
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
                    BodyOf("office", "office", null, Language.Vi),
                    BodyOf("alpha", "unit", "office", Language.En, contacts: 2),
                    BodyOf("beta", "unit", "office", Language.Hi),
                    BodyOf("gamma", "unit", "office", Language.Vi),
                ],
                ReportTypes =
                [
                    new()
                    {
                        Code = "r1",
                        Title = Text("Report r1"),
                        Outline = [Text("Results")],
                        Formats = [FileFormat.Pdf],
                        MaxBytes = 1 << 20,
                        OwedBy = ["alpha", "beta", "gamma"],
                        After = [],
                        OpensAtLatest = Opens,
                        Due = Deadline.At(Opens.AddDays(9)),
                        Closes = Deadline.At(Opens.AddDays(isHard ? 9 : 12)),
                        Reminders = isShort
                            ? [Opens.AddDays(6)]
                            : [Opens.AddDays(4), Opens.AddDays(8)],
                    },
                    new()
                    {
                        Code = "r2",
                        Title = Text("Report r2"),
                        Outline = [Text("Results")],
                        Formats = [FileFormat.Pdf],
                        MaxBytes = 1 << 20,
                        OwedBy = ["office"],
                        After = ["r1"],
                        OpensAtLatest = Opens.AddDays(13),
                        Due = Deadline.At(Opens.AddDays(17)),
                        Closes = Deadline.At(Opens.AddDays(isHard ? 17 : 19)),
                        Reminders = [Opens.AddDays(15)],
                    },
                ],
                ConsolidatedReport = "r2",
                Approval = new()
                {
                    Approvers =
                    [
                        PersonOf("first", Language.En),
                        PersonOf("second", Language.Vi),
                        PersonOf("third", Language.Hi),
                    ],
                    Quorum = isStrict ? 3 : 2,
                    Rejections = isStrict ? 1 : 2,
                    Closes = TimeSpan.FromDays(3),
                    Reminders = isShort
                        ? [TimeSpan.FromDays(1)]
                        : [TimeSpan.FromDays(1), TimeSpan.FromDays(2)],
                    CorrectionDue = TimeSpan.FromDays(2),
                    CorrectionCloses = TimeSpan.FromDays(3),
                },
                Operations = PersonOf("operations", Language.En),
                Auditors = [PersonOf("auditor", Language.En)],
            }
        );
    }

    private static Body BodyOf(
        string code,
        string kind,
        string? parent,
        Language language,
        int contacts = 1
    ) =>
        new(
            code,
            Text($"The body {code}"),
            kind,
            parent,
            [
                .. Enumerable
                    .Range(1, contacts)
                    .Select(number =>
                        PersonOf(FormattableString.Invariant($"{code}-officer-{number}"), language)
                    ),
            ]
        );

    private static Person PersonOf(string id, Language language) =>
        new(id, Text($"Officer {id}"), $"{id}@small.example", language);

    private static LocalizedText Text(string text) => new($"{text} (vi)", text, $"{text} (hi)");
}
