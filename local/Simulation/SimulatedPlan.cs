using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Rehearsal.People.Forms;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Local.Simulation;

/// <summary>
/// The plans that simulations run on: four assignments, three approvers, thirty days. They differ where rules have edges: hard deadlines without a late
/// window, quorum and rejections, one reminder or two, one file or several parts, corrections after the close or none. In every third run
/// the approvers follow other rules than a number of approvals.
/// </summary>
internal static class SimulatedPlan
{
    public static readonly DateTimeOffset Opens = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    private static readonly ReportPart[] Parts =
    [
        Part("report", PartKind.Report, [FileFormat.Docx, FileFormat.Pdf], required: true),
        Part("annex", PartKind.Annex, [FileFormat.Xlsx], required: true),
        Part("signed", PartKind.Scan, [FileFormat.Pdf], required: false),
    ];

    private static readonly OutlineSection[] Outline =
    [
        Section("results"),
        Section("plans") with
        {
            Synonyms = ["Phương hướng"],
        },
    ];

    private static readonly Period[] Periods =
    [
        new()
        {
            Code = "actual",
            Title = Text("2025"),
            To = new DateOnly(2025, 12, 31),
        },
        new()
        {
            Code = "estimate",
            Title = Text("2026"),
            To = new DateOnly(2026, 12, 31),
            Estimate = true,
        },
    ];

    private static readonly Indicator[] Indicators =
    [
        Indicator("members", IndicatorKind.Count, RollUp.Sum) with
        {
            Min = 0,
        },
        Indicator("good", IndicatorKind.Percent, RollUp.Weighted) with
        {
            Min = 0,
            Max = 100,
            Decimals = 1,
            WeightedBy = "members",
        },
    ];

    // Forms once filled in serve every run.
    private static readonly (PlanLookup Plan, FormDesk Desk)[] Variants =
    [
        .. Enumerable.Range(0, 32).Select(Make).Select(plan => (plan, new FormDesk(plan, seed: 1))),
    ];

    /// <summary>The cycle of every one of them.</summary>
    public static CycleId Cycle { get; } = Variants[0].Plan.Plan.Cycle;

    // The rules of other committees of the same three.
    private static readonly Func<ApprovalPlan, ApprovalPlan>[] Committees =
    [
        // Two thirds, the head among them; all changes at once.
        plan =>
            plan with
            {
                Quorum = Threshold.Share(2, 3),
                Rejections = 2,
                Required = ["first"],
                Changes = ChangesAsked.Wait,
                SelfApproval = false,
            },
        // Two prepare, one decides; an undecided stage is open as long again.
        plan =>
            plan with
            {
                Quorum = Threshold.Share(1, 2),
                Rejections = Threshold.Share(1, 1),
                Stages = [new(["second", "third"]), new(["first"]) { Quorum = 1, Rejections = 1 }],
                OnTimeout = UndecidedRound.Extend,
            },
        // Of those who take a side; the head decides a tie, and silence rejects.
        plan =>
            plan with
            {
                Quorum = Threshold.Share(2, 3),
                Rejections = Threshold.Share(2, 3),
                Casting = "first",
                AbstentionsCount = false,
                OnTimeout = UndecidedRound.Reject,
            },
    ];

    // Every variant under the rules of every committee; forms do not depend on them.
    private static readonly PlanLookup[][] Others =
    [
        .. Variants.Select(variant =>
            Committees
                .Select(rules => new PlanLookup(
                    variant.Plan.Plan with
                    {
                        Approval = Seated(rules(variant.Plan.Plan.Approval)),
                    }
                ))
                .ToArray()
        ),
    ];

    // Two share a deputy, and everybody has time to object.
    private static ApprovalPlan Seated(ApprovalPlan plan) =>
        plan with
        {
            Deputies =
            [
                new("first", [Person("stand-in")]),
                new("second", [Person("shared"), Person("other")]),
                new("third", [Person("shared")]),
            ],
            EscalateAfter = TimeSpan.FromHours(40),
            ObjectionHours = 24,
        };

    /// <summary>The plan of a seed, and where its people fill in forms; plans never change, so all runs share them.</summary>
    public static (PlanLookup Plan, FormDesk Desk) Of(Dice dice)
    {
        var variant = dice.Pick(Variants.Length, "plan");
        var (plan, desk) = Variants[variant];
        return (
            dice.Says(1 / 3.0, "another committee")
                ? Others[variant][dice.Pick(Committees.Length, "committee")]
                : plan,
            desk
        );
    }

    /// <summary>The cycle that nobody may start.</summary>
    public static CycleId PastCycle { get; } = new("simulated-past");

    /// <summary>A plan of which one report, or all, are past their <c>due</c> when the run begins.</summary>
    public static Plan Past(Dice dice) =>
        At(Opens.AddDays(dice.One("past", -10, -15, -365))) with
        {
            Id = PastCycle.ToString(),
        };

    private static PlanLookup Make(int variant)
    {
        var (isHard, isStrict, isShort) = ((variant & 1) > 0, (variant & 2) > 0, (variant & 4) > 0);
        var hasParts = (variant & 8) > 0;
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
                        Formats = [FileFormat.Docx, FileFormat.Pdf],
                        Outline = Outline,
                        Parts = hasParts ? Parts : null,
                    },
                    Report("r2", ["office"], Opens, Days(17), Days(isHard ? 17 : 19), Days(15)) with
                    {
                        After = ["r1"],
                        OpensAtLatest = Opens.AddDays(13),
                        Formats = [FileFormat.Docx, FileFormat.Pdf],
                        Outline = Outline,
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
                Periods = hasParts ? Periods : null,
                Indicators = hasParts ? Indicators : null,
                Auditors = [Person("auditor")],
                Outages = new(OutageExtension.Window, Days(1)),
                Checking =
                    (variant & 16) > 0
                        ? new CheckingPlan
                        {
                            Corrections = TimeSpan.FromDays(2),
                            Correctable =
                            [
                                "head-other-body",
                                "value-missing",
                                "value-not-a-number",
                            ],
                            Unexplained = isShort ? Unexplained.Holds : Unexplained.Counts,
                            Weights = [new CheckWeight("head-other-body", Severity.Error)],
                        }
                        : null,
            }
        );
    }

    private static ReportPart Part(
        string code,
        PartKind kind,
        IReadOnlyList<FileFormat> formats,
        bool required
    ) => new(code, Text($"The {code}"), kind, formats, required);

    private static OutlineSection Section(string code) =>
        (OutlineSection)Text($"The {code}") with
        {
            Code = code,
            Required = true,
            TooShort = 50,
        };

    private static Indicator Indicator(string code, IndicatorKind kind, RollUp rollUp) =>
        new()
        {
            Code = code,
            Name = Text($"The {code}"),
            Unit = Text("units"),
            Kind = kind,
            RollUp = rollUp,
            AskedOf = [new AskedOf("r1", null)],
        };

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
