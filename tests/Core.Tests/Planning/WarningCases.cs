using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Planning;

/// <summary>What is warned of, by what it is about: the change to a plan that gives no warning, and "code path" of what must be said.</summary>
internal static class WarningCases
{
    /// <summary>The sample plan in Vietnam with addresses that could be real; the first round is open from Friday 23 to 29 August.</summary>
    public static readonly Plan Quiet = SamplePlan.Plan with
    {
        Country = "VN",
        Bodies = [.. SamplePlan.Plan.Bodies.Select(Real)],
        ReportTypes =
        [
            SamplePlan.Plan.ReportTypes[0] with
            {
                Reminders = [Hanoi(8, 8, 9), Hanoi(8, 9, 9)],
            },
            SamplePlan.Plan.ReportTypes[1] with
            {
                Reminders = [Hanoi(8, 19, 9), Hanoi(8, 20, 9)],
            },
        ],
        Approval = SamplePlan.Plan.Approval with
        {
            Closes = TimeSpan.FromDays(6),
            Reminders = [TimeSpan.FromDays(4)],
            CorrectionDue = TimeSpan.FromDays(4),
            CorrectionCloses = TimeSpan.FromDays(5),
        },
    };

    public static readonly IReadOnlyDictionary<
        string,
        (Func<Plan, Plan> Change, string[] Said)
    > All = new Dictionary<string, (Func<Plan, Plan>, string[])>
    {
        ["reminder before seven"] = (
            p => Reminded(p, Hanoi(8, 8, 6, 59), Hanoi(8, 9, 7)),
            ["reminder-at-night reportTypes[0].reminders[0]"]
        ),
        ["reminder at eight in the evening"] = (
            p => Reminded(p, Hanoi(8, 8, 19, 59), Hanoi(8, 9, 20)),
            ["reminder-at-night reportTypes[0].reminders[1]"]
        ),
        ["reminder in another offset"] = (
            p => Reminded(p, Hanoi(8, 8, 23).ToOffset(TimeSpan.FromHours(-5))),
            ["reminder-at-night reportTypes[0].reminders[0]"]
        ),
        ["approvers reminded at night"] = (
            p => Approval(p, a => a with { Reminders = [TimeSpan.FromHours(108)] }),
            ["reminder-at-night approval.reminders[0]"]
        ),
        ["reminder on a Saturday"] = (
            p => Reminded(p, Hanoi(8, 10, 9)),
            ["reminder-at-weekend reportTypes[0].reminders[0]"]
        ),
        ["reminder on National Day"] = (
            p => Shifted(p, Hanoi(9, 2, 9), Hanoi(9, 4, 9)),
            ["reminder-on-holiday reportTypes[1].reminders[0]"]
        ),
        ["holiday of a plan without country"] = (
            p => Shifted(p, Hanoi(9, 2, 9), Hanoi(9, 4, 9)) with { Country = null },
            []
        ),
        ["country that is not known"] = (
            p => p with { Country = "LA" },
            ["holidays-unknown country"]
        ),
        ["quota that just suffices"] = (
            p => p with { MailQuota = new MailQuota(null, 1, null) },
            []
        ),
        ["quota too small for the last reminder"] = (
            p => p with { MailQuota = new MailQuota(null, null, 1) },
            ["reminder-over-quota reportTypes[0].reminders[1]"]
        ),
        ["round over a weekend"] = (
            p =>
                Approval(
                    Type(p, 1, t => t with { Closes = Deadline.At(Hanoi(8, 23, 17)) }),
                    a => a with { Closes = TimeSpan.FromDays(2), Reminders = [] }
                ),
            ["quorum-nobody-at-work approval.closes"]
        ),
        ["numbers that all answers can miss"] = (
            p => Approval(p, a => a with { Quorum = 3, Rejections = 2 }),
            ["round-may-end-undecided approval.rejections"]
        ),
        ["a head without whom nothing goes"] = (
            p => Approval(p, a => a with { Quorum = 2, Rejections = 2, Required = ["chair"] }),
            ["round-may-end-undecided approval.rejections"]
        ),
        ["a tie that somebody decides"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Stages =
                            [
                                new(["chair", "deputy"]),
                                new(["member"]) { Quorum = 1, Rejections = 1 },
                            ],
                            Quorum = 2,
                            Rejections = 2,
                            Casting = "chair",
                        }
                ),
            []
        ),
        ["numbers that one answer always reaches"] = (
            p => Approval(p, a => a with { Quorum = 2, Rejections = 2 }),
            []
        ),
        ["deputies asked at the close"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Deputies = [new("chair", [SamplePlan.Plan.Operations])],
                            EscalateAfter = a.Closes,
                        }
                ),
            ["escalation-reaches-nobody approval.escalateAfter"]
        ),
        ["nobody to ask"] = (
            p => Approval(p, a => a with { EscalateAfter = TimeSpan.FromDays(1) }),
            ["escalation-reaches-nobody approval.escalateAfter"]
        ),
        ["deputies in time, but of the wrong one"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Deputies = [new("member", [SamplePlan.Plan.Operations])],
                            EscalateAfter = TimeSpan.FromDays(1),
                            Quorum = 3,
                            Rejections = 1,
                            Required = ["chair"],
                        }
                ),
            ["required-without-deputy approval.required"]
        ),
        ["addresses for practice"] = (
            p => p with { Bodies = [.. p.Bodies.Take(2), .. SamplePlan.Plan.Bodies.Skip(2)] },
            ["address-reaches-nobody bodies[2].contacts"]
        ),
        ["child due after its parent"] = (
            p => p with { Bodies = [.. p.Bodies.Skip(1), p.Bodies[0] with { Parent = "north" }] },
            ["child-due-after-parent reportTypes[1].due"]
        ),
        ["child due with its parent"] = (p => p, []),
        ["window longer than a fresh link"] = (
            p => p with { Opens = p.Opens.AddDays(-80) },
            [
                "link-ends-before-close reportTypes[0].closes",
                "link-ends-before-close reportTypes[1].closes",
            ]
        ),
        ["corrections that outlast a fresh link"] = (
            p =>
                p with
                {
                    Opens = p.Opens.AddDays(-52),
                    Checking = new CheckingPlan
                    {
                        Corrections = TimeSpan.FromDays(28),
                        Correctable = ["value-missing"],
                    },
                },
            [
                "link-ends-before-close reportTypes[0].closes",
                "link-ends-before-close reportTypes[1].closes",
            ]
        ),
        ["correction over a weekend"] = (
            p => Approval(p, a => a with { CorrectionDue = TimeSpan.FromDays(2) }),
            ["correction-too-short approval.correctionDue"]
        ),
    };

    public static DateTimeOffset Hanoi(int month, int day, int hour, int minute = 0) =>
        new(2024, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    private static Body Real(Body body) =>
        body with
        {
            Contacts =
            [
                .. body.Contacts.Select(person => person with { Email = $"{person.Id}@plan.vn" }),
            ],
        };

    private static Plan Reminded(Plan plan, params DateTimeOffset[] reminders) =>
        Type(plan, 0, type => type with { Reminders = reminders });

    private static Plan Shifted(Plan plan, params DateTimeOffset[] reminders) =>
        Approval(
            Type(
                plan,
                1,
                type =>
                    type with
                    {
                        Reminders = reminders,
                        Due = Deadline.At(Hanoi(9, 5, 8)),
                        Closes = Deadline.At(Hanoi(9, 6, 8)),
                    }
            ),
            approval => approval with { Reminders = [TimeSpan.FromDays(3)] }
        );

    private static Plan Type(Plan plan, int at, Func<ReportType, ReportType> change) =>
        plan with
        {
            ReportTypes = [.. plan.ReportTypes.Select((type, i) => i == at ? change(type) : type)],
        };

    private static Plan Approval(Plan plan, Func<ApprovalPlan, ApprovalPlan> change) =>
        plan with
        {
            Approval = change(plan.Approval),
        };
}
