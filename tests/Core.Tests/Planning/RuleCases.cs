using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using static ProgramReview.Core.Tests.Planning.SamplePlan;

namespace ProgramReview.Core.Tests.Planning;

/// <summary>Faults by what they are about: the change to the sample plan, and "rule path" of what must be found, no more and no less.</summary>
internal static class RuleCases
{
    public static readonly IReadOnlyDictionary<
        string,
        (Func<Plan, Plan> Change, string[] Found)
    > All = new Dictionary<string, (Func<Plan, Plan>, string[])>
    {
        ["id with capitals"] = (p => p with { Id = "Hanoi" }, ["identity id"]),
        ["version 0"] = (p => p with { Version = 0 }, ["identity version"]),
        ["unknown zone"] = (p => p with { TimeZone = "Asia/Atlantis" }, ["time-zone timeZone"]),
        ["country in words"] = (p => p with { Country = "Vietnam" }, ["country country"]),
        ["quota of no mail"] = (
            p => p with { MailQuota = new MailQuota(0, null, 10) },
            ["mail-quota mail.quota.perMinute"]
        ),
        ["outages in half hours"] = (
            p =>
                p with
                {
                    Outages = new OutagePlan(OutageExtension.Window, TimeSpan.FromMinutes(90)),
                },
            ["outages outages.atMost"]
        ),
        ["outages that move nothing at most"] = (
            p => p with { Outages = new OutagePlan(OutageExtension.Window, TimeSpan.Zero) },
            ["outages outages.atMost"]
        ),
        ["empty zone"] = (p => p with { TimeZone = "" }, ["time-zone timeZone"]),
        ["Windows zone"] = (
            p => p with { TimeZone = "SE Asia Standard Time" },
            ["time-zone timeZone"]
        ),
        ["nothing at all"] = (
            p => p with { Bodies = [], ReportTypes = [] },
            ["not-empty bodies", "not-empty reportTypes", "consolidated-report consolidatedReport"]
        ),
        ["body code with accent"] = (
            p => Body(p, 0, b => b with { Code = "ba-đình" }),
            ["code bodies[0].code", "owed-by reportTypes[1].owedBy[0]"]
        ),
        ["kind with space"] = (
            p => Body(p, 0, b => b with { Kind = "a b" }),
            ["code bodies[0].kind"]
        ),
        ["type code with dot"] = (
            p => Type(p, 1, t => t with { Code = "a.b" }) with { ConsolidatedReport = "a.b" },
            ["code reportTypes[1].code"]
        ),
        ["person id too long"] = (
            p => Approvers(p, Person("chair"), Person("deputy") with { Id = new string('a', 61) }),
            ["code approval.approvers[1].id"]
        ),
        ["same body code"] = (
            p =>
                p with
                {
                    Bodies =
                    [
                        .. p.Bodies,
                        SamplePlan.Body("south", "unit") with
                        {
                            Contacts = [Person("other")],
                        },
                    ],
                },
            ["unique-code bodies[4].code"]
        ),
        ["same type code"] = (
            p => p with { ReportTypes = [.. p.ReportTypes, p.ReportTypes[0]] },
            ["unique-code reportTypes[2].code"]
        ),
        ["no such parent"] = (
            p => Body(p, 3, b => b with { Parent = "west" }),
            ["parent-exists bodies[3].parent"]
        ),
        ["parents in a circle"] = (
            p =>
                Body(
                    Body(p, 1, b => b with { Parent = "south" }),
                    3,
                    b => b with { Parent = "north" }
                ),
            [
                "parent-cycle bodies[1].parent",
                "parent-cycle bodies[3].parent",
                "parent-order bodies[1].parent",
            ]
        ),
        ["own parent"] = (
            p => Body(p, 3, b => b with { Parent = "south" }),
            ["parent-cycle bodies[3].parent"]
        ),
        ["parent below child"] = (
            p => Body(p, 0, b => b with { Parent = "south" }),
            ["parent-order bodies[0].parent"]
        ),
        ["nobody owes"] = (
            p => Type(p, 0, t => t with { OwedBy = [] }),
            ["owed-by reportTypes[0].owedBy"]
        ),
        ["unknown body owes"] = (
            p => Type(p, 0, t => t with { OwedBy = ["north", "west"] }),
            ["owed-by reportTypes[0].owedBy[1]"]
        ),
        ["body owes twice"] = (
            p => Type(p, 0, t => t with { OwedBy = ["north", "south", "north"] }),
            ["owed-by reportTypes[0].owedBy[2]"]
        ),
        ["no contact"] = (
            p => Body(p, 3, b => b with { Contacts = [] }),
            ["contact bodies[3].contacts"]
        ),
        ["auditor without address"] = (
            p => p with { Auditors = [Person("auditor"), Person("second") with { Email = "x" }] },
            ["address auditors[1].email"]
        ),
        ["auditor twice"] = (
            p => p with { Auditors = [Person("auditor"), Person("auditor")] },
            ["one-person auditors[1].id"]
        ),
        ["auditor who is another person elsewhere"] = (
            p => p with { Auditors = [Person("operations") with { Email = "a@b.example" }] },
            ["one-person operations.id"]
        ),
        ["auditor with a name for an id"] = (
            p => p with { Auditors = [Person("The auditor") with { Email = "a@b.example" }] },
            ["code auditors[0].id"]
        ),
        ["address without host"] = (p => Address(p, "office"), ["address operations.email"]),
        ["address with a dot at the end of its name"] = (
            p => Address(p, "a.@hanoi.example"),
            ["address operations.email"]
        ),
        ["address with two dots in its name"] = (
            p => Address(p, "a..b@hanoi.example"),
            ["address operations.email"]
        ),
        ["address with a long name"] = (
            p => Address(p, $"{new string('a', 65)}@hanoi.example"),
            ["address operations.email"]
        ),
        ["address without dot"] = (p => Address(p, "office@hanoi"), ["address operations.email"]),
        ["address with name"] = (
            p => Address(p, "Office <a@hanoi.example>"),
            ["address operations.email"]
        ),
        ["address with line break"] = (
            p => Address(p, "a@hanoi.example\nBcc: x@y.example"),
            ["address operations.email"]
        ),
        ["two addresses"] = (
            p => Address(p, "a@x.example,b@x.example"),
            ["address operations.email"]
        ),
        ["address of a contact"] = (
            p =>
                Body(
                    p,
                    2,
                    b => b with { Contacts = [Person("v") with { Email = "v@-x.example" }] }
                ),
            ["address bodies[2].contacts[0].email"]
        ),
        ["one person, two addresses"] = (
            p =>
                p with
                {
                    Operations = Person("north-contact") with { Email = "other@plan.example" },
                },
            ["one-person operations.id"]
        ),
        ["contact twice"] = (
            p => Body(p, 3, b => b with { Contacts = [.. b.Contacts, .. b.Contacts] }),
            ["one-person bodies[3].contacts[1].id"]
        ),
        ["no outline"] = (
            p => Type(p, 1, t => t with { Outline = [] }),
            ["outline reportTypes[1].outline"]
        ),
        ["no format"] = (
            p => Type(p, 1, t => t with { Formats = [] }),
            ["format reportTypes[1].formats"]
        ),
        ["format twice"] = (
            p => Type(p, 1, t => t with { Formats = [FileFormat.Pdf, FileFormat.Pdf] }),
            ["format reportTypes[1].formats[1]"]
        ),
        ["size 0"] = (
            p => Type(p, 0, t => t with { MaxBytes = 0 }),
            ["max-size reportTypes[0].maxSize"]
        ),
        ["size over 256 MiB"] = (
            p => Type(p, 0, t => t with { MaxBytes = (256L << 20) + 1 }),
            ["max-size reportTypes[0].maxSize"]
        ),
        ["after an unknown type"] = (
            p => Type(p, 1, t => t with { After = ["part", "r9"] }),
            ["after-exists reportTypes[1].after[1]"]
        ),
        ["after the same type twice"] = (
            p => Type(p, 1, t => t with { After = ["part", "part"] }),
            ["after-exists reportTypes[1].after[1]"]
        ),
        ["after an own report that the body does not owe"] = (
            p => Type(p, 1, t => t with { After = [], AfterOwn = ["part"] }),
            ["after-own reportTypes[1].after", "consolidated-report reportTypes[1].after"]
        ),
        ["after an own report of an unknown type"] = (
            p => Type(p, 1, t => t with { AfterOwn = ["r9"] }),
            ["after-exists reportTypes[1].after[1]"]
        ),
        ["after itself"] = (
            p => Type(p, 0, t => t with { After = ["part"] }),
            [
                "after-cycle reportTypes[0].after",
                "after-order reportTypes[0].opensAtLatest",
                "after-order reportTypes[0].due",
            ]
        ),
        ["opens before what feeds it is due"] = (
            p => Type(p, 1, t => t with { OpensAtLatest = Opens.AddDays(10).AddSeconds(-1) }),
            ["after-order reportTypes[1].opensAtLatest"]
        ),
        ["due with what feeds it"] = (
            p => Type(p, 0, t => t with { Due = Deadline.At(Opens.AddDays(20)) }),
            [
                "after-order reportTypes[1].opensAtLatest",
                "after-order reportTypes[1].due",
                "window reportTypes[0].closes",
            ]
        ),
        ["opens before the cycle"] = (
            p => Type(p, 0, t => t with { OpensAtLatest = Opens.AddSeconds(-1) }),
            ["window reportTypes[0].opensAtLatest"]
        ),
        ["due as the cycle opens"] = (
            p => Type(p, 0, t => t with { Due = Deadline.At(Opens), Reminders = [] }),
            ["window reportTypes[0].due"]
        ),
        ["due as it opens"] = (
            p => Type(p, 0, t => t with { OpensAtLatest = Opens.AddDays(10), Reminders = [] }),
            ["window reportTypes[0].due"]
        ),
        ["closes before due"] = (
            p => Type(p, 0, t => t with { Closes = Deadline.At(Opens.AddDays(10).AddSeconds(-1)) }),
            ["window reportTypes[0].closes"]
        ),
        ["reminder at the opening"] = (
            p => Type(p, 0, t => t with { Reminders = [Opens] }),
            ["reminder reportTypes[0].reminders[0]"]
        ),
        ["reminder at the due instant"] = (
            p => Type(p, 0, t => t with { Reminders = [Opens.AddDays(10)] }),
            ["reminder reportTypes[0].reminders[0]"]
        ),
        ["reminders out of order"] = (
            p => Type(p, 0, t => t with { Reminders = [Opens.AddDays(5), Opens.AddDays(5)] }),
            ["reminder reportTypes[0].reminders[1]"]
        ),
        ["no such consolidated report"] = (
            p => p with { ConsolidatedReport = "r6" },
            ["consolidated-report consolidatedReport"]
        ),
        ["two authors"] = (
            p => Type(p, 1, t => t with { OwedBy = ["agency", "south"] }),
            ["consolidated-report reportTypes[1].owedBy"]
        ),
        ["consolidated report waits for none"] = (
            p => Type(p, 1, t => t with { After = [] }),
            ["consolidated-report reportTypes[1].after"]
        ),
        ["no approver"] = (
            p => Approvers(p),
            ["approver approval.approvers", "quorum approval.quorum"]
        ),
        ["approver twice"] = (
            p => Approvers(p, Person("chair"), Person("deputy"), Person("chair")),
            ["approver approval.approvers[2].id", "approver approval.approvers[2].email"]
        ),
        ["two approvers, one mailbox"] = (
            p =>
                Approvers(
                    p,
                    Person("chair"),
                    Person("deputy") with
                    {
                        Email = "Chair@plan.example",
                    }
                ),
            ["approver approval.approvers[1].email"]
        ),
        ["quorum too high"] = (
            p => Approval(p, a => a with { Quorum = 4 }),
            ["quorum approval.quorum"]
        ),
        ["quorum 0"] = (p => Approval(p, a => a with { Quorum = 0 }), ["quorum approval.quorum"]),
        ["rejections 0"] = (
            p => Approval(p, a => a with { Rejections = 0 }),
            ["quorum approval.rejections"]
        ),
        ["rejections too high"] = (
            p => Approval(p, a => a with { Rejections = 4 }),
            ["quorum approval.rejections"]
        ),
        ["round closes at once"] = (
            p => Approval(p, a => a with { Closes = TimeSpan.Zero, Reminders = [] }),
            ["approval-time approval.closes"]
        ),
        ["approval reminder at the end"] = (
            p => Approval(p, a => a with { Reminders = [TimeSpan.FromDays(10)] }),
            ["approval-time approval.reminders[0]"]
        ),
        ["approval reminders out of order"] = (
            p =>
                Approval(
                    p,
                    a => a with { Reminders = [TimeSpan.FromDays(7), TimeSpan.FromDays(3)] }
                ),
            ["approval-time approval.reminders[1]"]
        ),
        ["correction late at once"] = (
            p => Approval(p, a => a with { CorrectionDue = TimeSpan.Zero }),
            ["correction approval.correctionDue"]
        ),
        ["correction closes before due"] = (
            p => Approval(p, a => a with { CorrectionCloses = TimeSpan.FromDays(2) }),
            ["correction approval.correctionCloses"]
        ),
        ["fraction in opens"] = (
            p => p with { Opens = Opens.AddTicks(-1) },
            ["whole-second opens"]
        ),
        ["fraction in a reminder"] = (
            p => Type(p, 0, t => t with { Reminders = [Opens.AddDays(1).AddMilliseconds(1)] }),
            ["whole-second reportTypes[0].reminders[0]"]
        ),
        ["fraction in a length"] = (
            p => Approval(p, a => a with { Closes = a.Closes + TimeSpan.FromMilliseconds(1) }),
            ["whole-second approval.closes"]
        ),
    };

    private static Plan Body(Plan plan, int index, Func<Body, Body> change) =>
        plan with
        {
            Bodies = [.. plan.Bodies.Select((body, i) => i == index ? change(body) : body)],
        };

    private static Plan Type(Plan plan, int index, Func<ReportType, ReportType> change) =>
        plan with
        {
            ReportTypes =
            [
                .. plan.ReportTypes.Select((type, i) => i == index ? change(type) : type),
            ],
        };

    private static Plan Approval(Plan plan, Func<ApprovalPlan, ApprovalPlan> change) =>
        plan with
        {
            Approval = change(plan.Approval),
        };

    private static Plan Approvers(Plan plan, params Person[] approvers) =>
        Approval(plan, approval => approval with { Approvers = approvers });

    private static Plan Address(Plan plan, string email) =>
        plan with
        {
            Operations = plan.Operations with { Email = email },
        };
}
