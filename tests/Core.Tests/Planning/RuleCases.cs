using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
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
        ["a file that could not be read would count"] = (
            p =>
                Checking(p, new CheckingPlan { Weights = [new("content-locked", Severity.Query)] }),
            ["check-weight checks.content-locked"]
        ),
        ["a check of reading is off"] = (
            p => Checking(p, new CheckingPlan { Weights = [new("content-damaged", null)] }),
            ["check-weight checks.content-damaged"]
        ),
        ["checks weighed as they may be"] = (
            p =>
                Checking(
                    p,
                    new CheckingPlan
                    {
                        Weights =
                        [
                            new("content-damaged", Severity.Error),
                            new("text-missing", null),
                        ],
                    }
                ),
            []
        ),
        ["a correctable check that is none"] = (
            p =>
                Checking(
                    p,
                    new CheckingPlan
                    {
                        Corrections = TimeSpan.FromDays(2),
                        Correctable = ["value-missing", "value-odd"],
                    }
                ),
            ["correctable correctable[1]"]
        ),
        ["a correctable blocker"] = (
            p =>
                Checking(
                    p,
                    new CheckingPlan
                    {
                        Weights = [new("value-missing", Severity.Blocker)],
                        Corrections = TimeSpan.FromDays(2),
                        Correctable = ["value-missing"],
                    }
                ),
            ["correctable correctable[0]"]
        ),
        ["corrections of nothing"] = (
            p => Checking(p, new CheckingPlan { Corrections = TimeSpan.FromDays(2) }),
            ["correctable corrections"]
        ),
        ["corrections at no time"] = (
            p => Checking(p, new CheckingPlan { Correctable = ["value-missing"] }),
            ["correctable correctable"]
        ),
        ["corrections for ever"] = (
            p =>
                Checking(
                    p,
                    new CheckingPlan
                    {
                        Corrections = TimeSpan.FromDays(31),
                        Correctable = ["value-missing"],
                    }
                ),
            ["checking-time corrections"]
        ),
        ["no wait for a check"] = (
            p => Checking(p, new CheckingPlan { Wait = TimeSpan.Zero }),
            ["checking-time checkWait"]
        ),
        ["a wait of more than a day"] = (
            p => Checking(p, new CheckingPlan { Wait = TimeSpan.FromHours(25) }),
            ["checking-time checkWait"]
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
        ["two contacts of a body at one address"] = (
            p =>
                Body(
                    p,
                    2,
                    b =>
                        b with
                        {
                            Contacts =
                            [
                                Person("one") with
                                {
                                    Email = "office@north.example",
                                },
                                Person("two") with
                                {
                                    Email = "other@north.example",
                                },
                                Person("three") with
                                {
                                    Email = "Office@North.example",
                                },
                            ],
                        }
                ),
            ["address bodies[2].contacts[2].email"]
        ),
        ["two bodies at one address"] = (
            p =>
                Body(
                    Body(
                        p,
                        2,
                        b =>
                            b with
                            {
                                Contacts = [Person("one") with { Email = "office@x.example" }],
                            }
                    ),
                    3,
                    b => b with { Contacts = [Person("two") with { Email = "office@x.example" }] }
                ),
            []
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
        ["quorum more than all"] = (
            p => Approval(p, a => a with { Quorum = Threshold.Share(4, 3) }),
            ["quorum approval.quorum"]
        ),
        ["quorum of a stage too high"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Quorum = 1,
                            Rejections = 1,
                            Stages =
                            [
                                new(["chair"]) { Quorum = 2 },
                                new(["deputy", "member"]) { Rejections = 3 },
                            ],
                        }
                ),
            ["quorum approval.stages[0].quorum", "quorum approval.stages[1].rejections"]
        ),
        ["stages that forget, repeat and invent"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Quorum = 1,
                            Rejections = 1,
                            Stages = [new(["chair", "stranger"]), new(["chair"]), new([])],
                        }
                ),
            [
                "approval-stage approval.stages[0].members[1]",
                "approval-stage approval.stages[1].members[0]",
                "approval-stage approval.stages",
                "approval-stage approval.stages",
                "approval-stage approval.stages[2].members",
            ]
        ),
        ["required and casting that are none"] = (
            p =>
                Approval(
                    p,
                    a => a with { Required = ["chair", "chair", "nobody"], Casting = "nobody" }
                ),
            [
                "approval-stage approval.required[2]",
                "approval-stage approval.casting",
                "approval-stage approval.required[1]",
            ]
        ),
        ["a deputy who approves, one twice, and terms too short"] = (
            p =>
                Approval(
                    p,
                    a =>
                        a with
                        {
                            Deputies =
                            [
                                new(
                                    "chair",
                                    [
                                        a.Approvers[1],
                                        SamplePlan.Plan.Operations,
                                        SamplePlan.Plan.Operations,
                                    ]
                                ),
                            ],
                            EscalateAfter = TimeSpan.Zero,
                            ObjectionHours = 23,
                        }
                ),
            [
                "deputy approval.approvers[0].deputies[0]",
                "deputy approval.approvers[0].deputies[2]",
                "deputy approval.escalateAfter",
                "deputy approval.objectionHours",
            ]
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
        ["kind of no body"] = (
            _ => SamplePlan.Figures with { Kinds = [new BodyKind("ward", DocumentStyle.State)] },
            ["kind kinds[0].code"]
        ),
        ["kind twice"] = (
            _ =>
                SamplePlan.Figures with
                {
                    Kinds = [.. SamplePlan.Figures.Kinds!, .. SamplePlan.Figures.Kinds!],
                },
            ["kind kinds[1].code"]
        ),
        ["section code with space"] = (
            _ => Sections(Section("a b")),
            ["section reportTypes[0].outline[0].code"]
        ),
        ["same section code"] = (
            _ =>
                Sections(
                    Section("results"),
                    (OutlineSection)Text("other") with
                    {
                        Code = "results",
                    }
                ),
            ["section reportTypes[0].outline[1].code"]
        ),
        ["heading of two sections"] = (
            _ => Sections(Section("results", "Phần I"), Section("outlook", "I-", "PHẦN I")),
            ["section reportTypes[0].outline[1].synonyms[1]"]
        ),
        ["title of two sections in one language"] = (
            _ => Sections(Section("results"), Section("outlook") with { Hi = "RESULTS" }),
            ["section reportTypes[0].outline[1]"]
        ),
        ["title as another's synonym"] = (
            _ => Sections(Section("results", "Outlook"), Section("outlook")),
            ["section reportTypes[0].outline[0].synonyms[0]"]
        ),
        ["section beside itself and beside none"] = (
            _ =>
                Sections(
                    Section("results") with
                    {
                        Beside = "results",
                    },
                    Section("outlook") with
                    {
                        Beside = "nowhere",
                    }
                ),
            ["section reportTypes[0].outline[0].beside", "section reportTypes[0].outline[1].beside"]
        ),
        ["section too short at 0"] = (
            _ => Sections(Section("results") with { TooShort = 0 }),
            ["section reportTypes[0].outline[0].tooShort"]
        ),
        ["fault of an outline that all report types share"] = (
            _ =>
            {
                IReadOnlyList<OutlineSection> shared = [Section("results") with { Code = "" }];
                return (SamplePlan.Figures with { Publication = null }) with
                {
                    ReportTypes =
                    [
                        .. SamplePlan.Figures.ReportTypes.Select(type =>
                            type with
                            {
                                Outline = shared,
                            }
                        ),
                    ],
                };
            },
            ["section reportTypes[0].outline[0].code"]
        ),
        ["no part"] = (_ => Parts(), ["part reportTypes[0].parts", .. NotAskedInParts]),
        ["no required part"] = (
            _ =>
                Parts([
                    .. SamplePlan
                        .Figures.ReportTypes[0]
                        .Parts!.Select(part => part with { Required = false }),
                ]),
            ["part reportTypes[0].parts"]
        ),
        ["part code with dot"] = (
            _ =>
                Parts(
                    Part("a.b", PartKind.Report, FileFormat.Pdf),
                    Part("annex", PartKind.Annex, FileFormat.Xlsx)
                ),
            ["part reportTypes[0].parts[0].code"]
        ),
        ["two required parts with one code"] = (
            _ =>
                Parts(
                    Part("report", PartKind.Report, FileFormat.Pdf),
                    Part("report", PartKind.Annex, FileFormat.Xlsx)
                ),
            ["part reportTypes[0].parts[1].code"]
        ),
        ["two annexes"] = (
            _ =>
                Parts(
                    Part("annex", PartKind.Annex, FileFormat.Xlsx),
                    Part("second", PartKind.Annex, FileFormat.Xls)
                ),
            ["one-annex reportTypes[0].parts[1].kind"]
        ),
        ["annex as pdf"] = (
            _ => Parts(Part("annex", PartKind.Annex, FileFormat.Xlsx, FileFormat.Pdf)),
            ["part-format reportTypes[0].parts[0].formats[1]"]
        ),
        ["report as a sheet"] = (
            _ =>
                Parts(
                    Part("report", PartKind.Report, FileFormat.Xls),
                    Part("annex", PartKind.Annex, FileFormat.Xlsx)
                ),
            ["part-format reportTypes[0].parts[0].formats[0]"]
        ),
        ["scan as text"] = (
            _ =>
                Parts(
                    Part("annex", PartKind.Annex, FileFormat.Xlsx),
                    Part("signed", PartKind.Scan, FileFormat.Docx)
                ),
            ["part-format reportTypes[0].parts[1].formats[0]"]
        ),
        ["part without format"] = (
            _ => Parts(Part("annex", PartKind.Annex)),
            ["format reportTypes[0].parts[0].formats"]
        ),
        ["part with a format twice"] = (
            _ => Parts(Part("annex", PartKind.Annex, FileFormat.Xls, FileFormat.Xls)),
            ["format reportTypes[0].parts[0].formats[1]"]
        ),
        ["period code with capitals"] = (
            _ =>
                SamplePlan.Figures with
                {
                    Periods =
                    [
                        .. SamplePlan.Figures.Periods!,
                        Period("Y2025", new DateOnly(2025, 12, 31)) with
                        {
                            Estimate = true,
                        },
                    ],
                },
            ["period periods[3].code"]
        ),
        ["same period code"] = (
            _ => Periods(2, period => period with { Code = "y2023" }),
            ["period periods[2].code"]
        ),
        ["periods that end together"] = (
            _ => Periods(1, period => period with { To = new DateOnly(2023, 12, 31) }),
            ["period periods[1]"]
        ),
        ["actual behind an estimate"] = (
            _ =>
                SamplePlan.Figures with
                {
                    Periods =
                    [
                        SamplePlan.Figures.Periods![2],
                        Period("y2025", new DateOnly(2025, 12, 31)),
                        Period("y2026", new DateOnly(2026, 12, 31)),
                    ],
                    Indicators = Indicators(i => i with { Earlier = [] }).Indicators,
                },
            ["period periods[1]"]
        ),
        ["preliminary estimate"] = (
            _ => Periods(2, period => period with { MayBePreliminary = true }),
            ["period periods[2].mayBePreliminary"]
        ),
        ["indicator code with accent"] = (
            _ => Indicators(2, i => i with { Code = "hạng" }),
            ["indicator indicators[2].code"]
        ),
        ["same indicator code"] = (
            _ => Indicators(2, i => i with { Code = "share" }),
            ["indicator indicators[2].code"]
        ),
        ["seven decimals"] = (
            _ => Indicators(1, i => i with { Decimals = 7 }),
            ["indicator indicators[1].decimals"]
        ),
        ["more decimals than any number has"] = (
            _ => Indicators(1, i => i with { Decimals = 99 }),
            ["indicator indicators[1].decimals"]
        ),
        ["rank with decimals"] = (
            _ => Indicators(2, i => i with { Decimals = 1 }),
            ["indicator indicators[2].decimals"]
        ),
        ["stock that counts from the start"] = (
            _ => Indicators(0, i => i with { Stock = true, Cumulative = true }),
            ["indicator indicators[0].stock"]
        ),
        ["stock of a rank"] = (
            _ => Indicators(2, i => i with { Stock = true }),
            ["indicator indicators[2].stock"]
        ),
        ["whole without figures"] = (
            p => Type(p, 0, t => t with { FiguresOfWhole = true }),
            ["whole reportTypes[0].figuresOfWhole"]
        ),
        ["bounds the wrong way round"] = (
            _ => Indicators(1, i => i with { Min = 100, Max = 0, Earlier = [] }),
            ["indicator indicators[1].max"]
        ),
        ["indicators without period"] = (
            _ => Indicators(i => i with { Earlier = [] }) with { Periods = [] },
            ["annex indicators"]
        ),
        ["periods without indicator"] = (
            _ => SamplePlan.Figures with { Indicators = null },
            ["annex periods"]
        ),
        ["more indicators than anybody fills in"] = (
            _ =>
                SamplePlan.Figures with
                {
                    Indicators =
                    [
                        .. Enumerable
                            .Range(0, 501)
                            .Select(i => Indicator($"i{i}", IndicatorKind.Count)),
                    ],
                },
            ["annex indicators"]
        ),
        ["more periods than a page is wide"] = (
            _ =>
                Indicators(i => i with { Earlier = [] }) with
                {
                    Periods =
                    [
                        .. Enumerable
                            .Range(0, 41)
                            .Select(i => Period($"p{i}", new DateOnly(1980 + i, 1, 1))),
                    ],
                },
            ["annex periods"]
        ),
        ["asked of nobody"] = (
            _ => Indicators(2, i => i with { AskedOf = [] }),
            ["asked-of indicators[2].askedOf"]
        ),
        ["asked of an unknown kind"] = (
            _ =>
                Indicators(
                    2,
                    i => i with { AskedOf = [new AskedOf("part", null), new AskedOf(null, "ward")] }
                ),
            ["asked-of indicators[2].askedOf[1].kind"]
        ),
        ["asked in an unknown report"] = (
            _ =>
                Indicators(
                    2,
                    i => i with { AskedOf = [new AskedOf("part", null), new AskedOf("r9", null)] }
                ),
            ["asked-of indicators[2].askedOf[1]"]
        ),
        ["asked in a report without annex"] = (
            _ => Parts(Part("report", PartKind.Report, FileFormat.Pdf)),
            NotAskedInParts
        ),
        ["target without direction"] = (
            _ => Indicators(0, i => i with { Direction = null }),
            ["target indicators[0].target"]
        ),
        ["target out of bounds"] = (
            _ => Indicators(0, i => i with { Max = 9_999 }),
            ["target indicators[0].target"]
        ),
        ["target with half a member"] = (
            _ => Indicators(0, i => i with { Target = 0.5m }),
            ["target indicators[0].target"]
        ),
        ["sum of percentages"] = (
            _ => Indicators(1, i => i with { RollUp = RollUp.Sum, WeightedBy = null }),
            ["roll-up indicators[1].rollUp"]
        ),
        ["sum of ranks"] = (
            _ => Indicators(2, i => i with { RollUp = RollUp.Sum }),
            ["roll-up indicators[2].rollUp"]
        ),
        ["weighed by an unknown indicator"] = (
            _ => Indicators(1, i => i with { WeightedBy = "people" }),
            ["weight indicators[1].rollUp.weightedBy"]
        ),
        ["weighed by what stands for itself"] = (
            _ => Indicators(1, i => i with { WeightedBy = "rank" }),
            ["weight indicators[1].rollUp.weightedBy"]
        ),
        ["weighed by what is asked elsewhere"] = (
            _ => Indicators(0, i => i with { AskedOf = [new AskedOf("part", null)] }),
            ["weight indicators[1].rollUp.weightedBy"]
        ),
        ["weighed by itself"] = (
            _ => Indicators(1, i => i with { WeightedBy = "share" }),
            ["weight-cycle indicators[1].rollUp.weightedBy"]
        ),
        ["weighed in a circle"] = (
            _ =>
                SamplePlan.Figures with
                {
                    Indicators =
                    [
                        SamplePlan.Figures.Indicators![0] with
                        {
                            RollUp = RollUp.Weighted,
                            WeightedBy = "share",
                        },
                        .. SamplePlan.Figures.Indicators!.Skip(1),
                    ],
                },
            [
                "weight-cycle indicators[0].rollUp.weightedBy",
                "weight-cycle indicators[1].rollUp.weightedBy",
            ]
        ),
        ["earlier value for an unknown period"] = (
            _ => Earlier(2, new EarlierFigure("y2019", 12, "source", null)),
            ["earlier indicators[2].earlier[0].period"]
        ),
        ["earlier value out of bounds"] = (
            _ => Earlier(2, new EarlierFigure("y2023", 0, "source", null)),
            ["earlier indicators[2].earlier[0].value"]
        ),
        ["earlier value with too many decimals"] = (
            _ => Earlier(1, new EarlierFigure("y2023", 12.345m, "source", "north")),
            ["earlier indicators[1].earlier[0].value"]
        ),
        ["earlier value of an unknown body"] = (
            _ => Earlier(2, new EarlierFigure("y2023", 12, "source", "west")),
            ["earlier indicators[2].earlier[0].body"]
        ),
        ["earlier value of a body that is not asked"] = (
            _ =>
                Indicators(
                    2,
                    i =>
                        i with
                        {
                            AskedOf = [new AskedOf("summary", null)],
                            Earlier = [new EarlierFigure("y2023", 12, "source", "north")],
                        }
                ),
            ["earlier indicators[2].earlier[0].body"]
        ),
        ["earlier value twice"] = (
            _ =>
                Earlier(
                    2,
                    new EarlierFigure("y2023", 12, "source", null),
                    new EarlierFigure("y2023", 13, "source", "north"),
                    new EarlierFigure("y2023", 14, "other", null)
                ),
            ["earlier indicators[2].earlier[2]"]
        ),
        ["readers of an unknown report"] = (
            _ => ReadBy(new ReadingRule("r9", "report", null, Readers.Everybody)),
            ["publication publication.readers[0].report"]
        ),
        ["readers of an unknown part"] = (
            _ => ReadBy(new ReadingRule("part", "appendix", null, Readers.Everybody)),
            ["publication publication.readers[0].part"]
        ),
        ["readers of an unknown section"] = (
            _ => ReadBy(new ReadingRule("part", null, "lessons", Readers.Everybody)),
            ["publication publication.readers[0].section"]
        ),
        ["readers of a section without code"] = (
            p =>
                p with
                {
                    Publication = new PublicationPlan(
                        Readers.Everybody,
                        Readers.Everybody,
                        [new ReadingRule("part", null, "one", Readers.Everybody)]
                    ),
                },
            ["publication publication.readers[0].section"]
        ),
        ["readers of one thing twice"] = (
            _ =>
                ReadBy(
                    new ReadingRule("part", "annex", null, Readers.Everybody),
                    new ReadingRule("part", "annex", null, Readers.Participants)
                ),
            ["publication publication.readers[1]"]
        ),
    };

    // Units owe only the report that then has no annex; the summary is asked all the same.
    private static string[] NotAskedInParts =>
        [
            "asked-of indicators[0].askedOf[2]",
            "asked-of indicators[1].askedOf[2]",
            "asked-of indicators[2].askedOf[2]",
            "earlier indicators[1].earlier[0].body",
        ];

    private static Plan Sections(params OutlineSection[] outline) =>
        Type(SamplePlan.Figures, 0, type => type with { Outline = outline });

    // The indicators are asked by the type's code too, so that one without an annex is told.
    private static Plan Parts(params ReportPart[] parts) =>
        Type(
            Indicators(i => i with { AskedOf = [.. i.AskedOf, new AskedOf("part", null)] }),
            0,
            type => type with { Parts = parts }
        );

    private static Plan Periods(int index, Func<Period, Period> change) =>
        SamplePlan.Figures with
        {
            Periods =
            [
                .. SamplePlan.Figures.Periods!.Select(
                    (period, i) => i == index ? change(period) : period
                ),
            ],
        };

    private static Plan Indicators(Func<Indicator, Indicator> change) =>
        SamplePlan.Figures with
        {
            Indicators = [.. SamplePlan.Figures.Indicators!.Select(change)],
        };

    private static Plan Indicators(int index, Func<Indicator, Indicator> change) =>
        SamplePlan.Figures with
        {
            Indicators =
            [
                .. SamplePlan.Figures.Indicators!.Select(
                    (indicator, i) => i == index ? change(indicator) : indicator
                ),
            ],
        };

    private static Plan Earlier(int index, params EarlierFigure[] earlier) =>
        Indicators(index, indicator => indicator with { Earlier = earlier });

    private static Plan Checking(Plan plan, CheckingPlan checking) =>
        plan with
        {
            Checking = checking,
        };

    private static Plan ReadBy(params ReadingRule[] rules) =>
        SamplePlan.Figures with
        {
            Publication = SamplePlan.Figures.Publication! with { Rules = rules },
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
