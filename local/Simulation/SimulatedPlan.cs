using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Local.Simulation;

/// <summary>
/// The plans that simulations run on: four assignments, three approvers, thirty days. They differ where rules have edges: hard deadlines without a late
/// window, quorum and rejections, one reminder or two, one file or several parts, corrections after the close or none.
/// </summary>
internal static class SimulatedPlan
{
    public static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    // What the simulated people send is a PDF, whatever it is for.
    private static readonly ReportPart[] Parts =
    [
        Part("report", PartKind.Report, required: true),
        Part("annex", PartKind.Report, required: true),
        Part("signed", PartKind.Scan, required: false),
    ];

    private static readonly PlanLookup[] Variants = [.. Enumerable.Range(0, 32).Select(Make)];

    /// <summary>The cycle of every one of them.</summary>
    public static CycleId Cycle { get; } = Variants[0].Plan.Cycle;

    /// <summary>The plan of a seed; plans never change, so all runs share them.</summary>
    public static PlanLookup Of(Dice dice) => Variants[dice.Pick(Variants.Length, "plan")];

    private static PlanLookup Make(int variant)
    {
        var (isHard, isStrict, isShort) = ((variant & 1) > 0, (variant & 2) > 0, (variant & 4) > 0);
        var parts = (variant & 8) > 0 ? Parts : null;
        var plan = At(Opens);
        return new PlanLookup(
            plan with
            {
                Bodies =
                [
                    Unit("office", null, Language.Vi),
                    Unit("alpha", "office", Language.En, contacts: 2),
                    Unit("beta", "office", Language.Hi),
                    Unit("gamma", "office", Language.Vi),
                ],
                ReportTypes =
                [
                    Report(
                        "r1",
                        ["alpha", "beta", "gamma"],
                        Opens,
                        Days(9),
                        Days(isHard ? 9 : 12),
                        isShort ? [Days(6)] : [Days(4), Days(8)]
                    ) with
                    {
                        Parts = parts,
                    },
                    Report("r2", ["office"], Opens, Days(17), Days(isHard ? 17 : 19), Days(15)) with
                    {
                        After = ["r1"],
                        OpensAtLatest = Opens.AddDays(13),
                    },
                ],
                Approval = plan.Approval with
                {
                    Approvers =
                    [
                        Person("first", Language.En),
                        Person("second", Language.Vi),
                        Person("third", Language.Hi),
                    ],
                    Quorum = isStrict ? 3 : 2,
                    Rejections = isStrict ? 1 : 2,
                    Reminders = isShort ? [Days(1)] : [Days(1), Days(2)],
                },
                Auditors = [Person("auditor")],
                Checking =
                    (variant & 16) > 0
                        ? new CheckingPlan
                        {
                            Corrections = TimeSpan.FromDays(2),
                            Correctable = ["active-launch"],
                        }
                        : null,
            }
        );
    }

    private static ReportPart Part(string code, PartKind kind, bool required) =>
        new(code, Text($"The {code}"), kind, [FileFormat.Pdf], required);

    private static Body Unit(string code, string? parent, Language language, int contacts = 1) =>
        Body(
            code,
            parent is null ? "office" : "unit",
            parent,
            [
                .. Enumerable
                    .Range(1, contacts)
                    .Select(number =>
                        Person(FormattableString.Invariant($"{code}-officer-{number}"), language)
                    ),
            ]
        );
}
