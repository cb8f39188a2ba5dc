using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The status pages in every state.</summary>
internal static class StatusGallery
{
    public static IEnumerable<Exhibit> Of(Language language)
    {
        var phases = Enum.GetValues<AssignmentPhase>();
        IReadOnlyList<StatusCell> cells =
        [
            .. Sample.Lookup.Assignments.Select(
                (id, at) =>
                    new StatusCell(
                        id,
                        at < 5 ? AssignmentPhase.OnTime : phases[at % phases.Length],
                        Sample.Lookup.ReportType(id.ReportType).Due,
                        Sample.Lookup.ReportType(id.ReportType).Closes,
                        at < 8 ? Sample.At("2024-08-12T10:00:00+07:00").AddDays(4 * at) : null,
                        1,
                        at == 6 ? 2 : 1,
                        $"/status/{id}"
                    )
            ),
        ];
        var alarms = Enum.GetValues<StatusAlarmKind>()
            .Select(
                (kind, at) =>
                    new StatusAlarm(
                        kind,
                        Sample.Now.AddHours(-at * 7),
                        at % 2 == 0 ? Sample.District : null,
                        at == 3 ? Sample.Hostile : null,
                        at == 1 ? null : "/status/x"
                    )
            )
            .ToList();
        var status = new StatusPageModel
        {
            Context = Sample.Context(language),
            Path = "/status/hanoi-01-ctr-tu",
            CsvPath = "/status/hanoi-01-ctr-tu.csv",
            Sum = SumOf(cells),
            Cells = cells,
            Alarms =
            [
                .. alarms.Select(
                    (alarm, at) =>
                        new StatusAlarmGroup(
                            alarm.Kind,
                            at % 2 == 0 ? 1 : 1_234,
                            at % 2 == 0 ? [alarm] : [],
                            "/status/x/alarms/overdue"
                        )
                ),
            ],
            Upcoming =
            [
                .. Enum.GetValues<UpcomingKind>()
                    .Select(
                        (kind, at) =>
                            new UpcomingStep(
                                kind,
                                Sample.Now.AddDays(at),
                                at < 4 ? "district" : null,
                                3
                            )
                    ),
            ],
            Round = new StatusRound(
                1,
                Sample.Limit("2024-09-15T17:00:00+07:00"),
                null,
                DossierSample.Tally,
                "/dossier"
            )
            {
                Silent = ["approver-1", "approver-2"],
                Seen = ["approver-2"],
                ResultPath = "/status/hanoi-01-ctr-tu/round/result",
                Minutes = [.. DossierSample.Minutes("/status/hanoi-01-ctr-tu/minutes/1")],
                Deputies = [new Deputy("approver-1", "approver-2", null, Sample.Now)],
                Waiting = [DossierSample.Session, DossierSample.Seated],
            },
            CycleStoryPath = "/status/hanoi-01-ctr-tu/story",
            FairnessPath = "/status/hanoi-01-ctr-tu/fairness",
            AuditPath = "/api/cycles/hanoi-01-ctr-tu/audit",
        };
        yield return Gallery.Page<StatusPage>("status-running", status);
        yield return Gallery.Page<StatusPage>(
            "status-parts",
            status with
            {
                Nodes =
                [
                    .. Enumerable
                        .Range(0, 40)
                        .Select(at => new StatusNode(
                            at == 7 ? Sample.Hostile : $"Quận số {at}",
                            "/status/x?at=ba-dinh",
                            phases
                                .Where(phase => ((int)phase + at) % 3 > 0)
                                .ToDictionary(phase => phase, phase => ((int)phase * 13) + at + 1)
                        )),
                ],
                Cells = [.. cells.Take(3)],
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-part",
            status with
            {
                Place = "at=ba-dinh~0-100",
                Part = Sample.Hostile,
                Crumbs =
                [
                    new StatusCrumb(null, "/status/x"),
                    new StatusCrumb("Hà Nội", "/status/x?at=y"),
                ],
                Round = null,
                CycleStoryPath = null,
                FairnessPath = null,
                AuditPath = null,
            }
        );
        var list = new StatusAlarmsModel
        {
            Context = Sample.Context(language),
            Kind = StatusAlarmKind.MailRefused,
            Alarms = [.. alarms.Select(alarm => alarm with { Kind = StatusAlarmKind.MailRefused })],
            Count = 1_234,
            Page = 2,
            Part = Sample.Hostile,
            Path = "/status/x/alarms/mail-refused",
            At = "ba-dinh",
            Search = Sample.Hostile,
            BackPath = "/status/x",
            PreviousPath = "/status/x/alarms/mail-refused",
            NextPath = "/status/x/alarms/mail-refused?page=3",
        };
        yield return Gallery.Page<StatusAlarmsPage>("status-alarms", list);
        yield return Gallery.Page<StatusAlarmsPage>(
            "status-alarms-none",
            list with
            {
                Alarms = [],
                Count = 0,
                Page = 1,
                Part = null,
                PreviousPath = null,
                NextPath = null,
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-decisions",
            status with
            {
                Decisions =
                [
                    .. StorySample
                        .Assignment.Concat(StorySample.Cycle)
                        .Where(entry => Decision.Is(entry.Event))
                        .Select(
                            (entry, at) =>
                                new StatusDecision(
                                    entry.RecordedAt,
                                    at < 5 ? Sample.District : null,
                                    entry.Event,
                                    "/status/x"
                                )
                        ),
                ],
                Commands = Forms(
                    CycleScene(),
                    "/api/cycles/x/commands",
                    Refused("stop", Refusal.Conflict("cycle-ended", by: Sample.Hostile))
                ),
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-filtered",
            status with
            {
                Filter = AssignmentPhase.Missing,
                Sort = StatusSort.State,
                Alarms = [],
                Upcoming = [],
                Round = null,
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-expired",
            status with
            {
                Sort = StatusSort.Name,
                Commands = Forms(
                    CycleScene(),
                    "/api/cycles/x/commands",
                    Refused("next-step", Refusal.Unfit("reason-missing", "reason"))
                ),
                Round = status.Round with { Outcome = RoundOutcome.Expired },
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-voided",
            status with
            {
                Round = status.Round with
                {
                    Outcome = RoundOutcome.Voided,
                    Voided = new CycleEvent.RoundVoided(
                        status.Round.Round,
                        Sample.Hash,
                        VoidingCause.Checked,
                        Sample.District,
                        null,
                        "",
                        "checked-b"
                    ),
                },
            }
        );
        yield return Gallery.Page<StatusPage>(
            "status-published",
            status with
            {
                Outcome = CycleOutcome.Published,
                DossierPath = "/dossier",
            }
        );

        var story = new StoryPageModel
        {
            Context = Sample.Context(language),
            Assignment = Sample.District,
            Phase = AssignmentPhase.OnTime,
            Handovers = CycleState.Of(StorySample.Cycle).Handovers,
            Entries = StorySample.Assignment,
            Mails =
            [
                .. Enum.GetValues<MailStatus>().Select(Mail),
                Mail(MailStatus.Accepted) with
                {
                    Outcome = null,
                },
            ],
            StatusPath = status.Path,
        };
        yield return Gallery.Page<AssignmentStoryPage>("story-assignment", story);
        var state = AssignmentState.Of(PartedSample.Stream);
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-parts",
            story with
            {
                Context = Sample.Context(language) with { Plan = PartedSample.Lookup },
                Phase = AssignmentPhase.ToMend,
                Entries = PartedSample.Stream,
                Parts =
                [
                    .. state.Parts.Select(part => new PartStanding(
                        part.Code,
                        part.IsRequired,
                        state.Phase(part, Sample.Now),
                        part.Submissions.Count > 0
                    )),
                ],
                Commands = Forms(
                    new CommandScene(CycleState.None, Sample.District, state, Sample.Now)
                    {
                        Plan = PartedSample.Lookup,
                        Entries = PartedSample.Stream,
                    },
                    "/api/cycles/x/assignments/y/commands",
                    Refused("return", Refusal.Unfit("part-unfit", "parts"))
                ),
            }
        );
        var asked = AssignmentState.Of(CheckedSample.Stream);
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-findings",
            story with
            {
                Context = Sample.Context(language) with { Plan = CheckedSample.Lookup },
                Phase = AssignmentPhase.ToMend,
                Entries = CheckedSample.Stream,
                Findings = StoryFinding.Of(asked),
                Commands = Forms(
                    new CommandScene(CycleState.None, Sample.District, asked, Sample.Now)
                    {
                        Plan = CheckedSample.Lookup,
                        Entries = CheckedSample.Stream,
                    },
                    "/api/cycles/x/assignments/y/commands",
                    null
                ) with
                {
                    Chosen = new ChosenFinding("overrule", CheckedSample.Query.Key),
                },
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-correct",
            story with
            {
                Commands = Forms(
                    StoryScene(),
                    "/api/cycles/x/assignments/y/commands",
                    Refused("correct", Refusal.Unfit("entry-unknown", "entry"))
                ),
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-cycle",
            story with
            {
                Assignment = null,
                Phase = null,
                Entries = StorySample.Cycle,
                Mails = [],
            }
        );
        var commands = Forms(StoryScene(), "/api/cycles/x/assignments/y/commands", null);
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-commands",
            story with
            {
                Commands = commands,
                Window = commands.Scene.State.Current,
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-done",
            story with
            {
                Commands = commands with
                {
                    Answer = new FormAnswer(
                        "extend",
                        new Dictionary<string, string> { ["entry"] = "hanoi-01-ctr-tu-12" },
                        []
                    ),
                },
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-refused",
            story with
            {
                Commands = commands with
                {
                    Answer = Refused(
                        "extend",
                        Refusal.Conflict(
                            "due-moved",
                            Sample.Limit("2024-09-14T17:00:00+07:00"),
                            "Lan"
                        )
                    ),
                },
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-field",
            story with
            {
                Commands = commands with
                {
                    Answer = Refused("extend", Refusal.Unfit("time-unclear", "due")),
                },
            }
        );
        yield return Gallery.Page<AssignmentStoryPage>(
            "story-empty",
            story with
            {
                Entries = [],
                Mails = [],
            }
        );

        var cycles = new CycleListPageModel
        {
            Context = Sample.Context(language) with { Plan = null },
            Cycles =
            [
                new CycleRow(Sample.Lookup, null, 3, 15, "/status/x", null),
                new CycleRow(
                    Sample.Lookup,
                    CycleOutcome.Published,
                    15,
                    15,
                    "/status/y",
                    "/dossier"
                ),
            ],
            Plans = ["hanoi-01-ctr-tu", "template"],
        };
        yield return Gallery.Page<CycleListPage>("cycles", cycles);
        yield return Gallery.Page<CycleListPage>(
            "cycles-refused",
            cycles with
            {
                Cycles = [],
                Start = Refused(
                    "start",
                    Refusal.Conflict("cycle-already-started", by: Sample.Hostile)
                ),
            }
        );
        yield return Gallery.Page<CycleListPage>(
            "cycles-preview",
            cycles with
            {
                Preview = new StartPreview(
                    "ab12",
                    Sample.Lookup,
                    [
                        new PlacedWarning(
                            "plan.yaml",
                            3,
                            new PlanWarning(
                                "reminder-at-night",
                                "x",
                                ["district", "2024-09-10T23:00:00+07:00"]
                            )
                        ),
                    ]
                ),
            }
        );
        yield return Gallery.Page<CycleListPage>(
            "cycles-faulty-plan",
            cycles with
            {
                Start = Refused("start", Refusal.Malformed("plan-faulty", "plan")),
                Faults =
                [
                    new PlanFault("plan.yaml", 1, "", Sample.Hostile, Sample.Hostile),
                    new PlanFault("plan.yaml", 1200, "reportTypes[2].due", "It is gone", "Mend it"),
                ],
            }
        );
    }

    private static NodeRow SumOf(IReadOnlyList<StatusCell> cells) =>
        new()
        {
            Standings =
            [
                .. cells.Select(cell => new StandingCount(
                    new Standing(
                        cell.Assignment.ReportType,
                        cell.Phase,
                        1,
                        IsRunning: true,
                        IsAccepted: false,
                        cell.Due,
                        cell.Closes
                    ),
                    1
                )),
            ],
        };

    private static CommandFormsModel Forms(CommandScene scene, string path, FormAnswer? answer) =>
        new(scene, path, "ab12", answer)
        {
            Menu =
            [
                .. Command.All.Where(one =>
                    scene.Assignment is null
                        ? one.Scope == CommandScope.Cycle
                        : one.Scope.HasFlag(CommandScope.Assignment)
                ),
            ],
        };

    private static CommandScene CycleScene() =>
        new(CycleState.Of(StorySample.Cycle), null, AssignmentState.None, Sample.Now)
        {
            Plan = Sample.Lookup,
        };

    private static CommandScene StoryScene() =>
        new(
            CycleState.None,
            Sample.District,
            AssignmentState.Of(StorySample.Assignment),
            Sample.Now
        )
        {
            Plan = Sample.Lookup,
            Entries = StorySample.Assignment,
        };

    private static FormAnswer Refused(string form, Refusal why) =>
        new(
            form,
            new Dictionary<string, string>
            {
                ["reason"] = Sample.Hostile,
                ["by"] = Sample.Hostile,
                ["text"] = Sample.Hostile,
                ["due"] = "2024-09-10T17:00",
                ["plan"] = "template",
            },
            [why]
        );

    private static OutboxMail Mail(MailStatus status) =>
        new()
        {
            Id = "m",
            Cycle = Sample.Plan.Cycle,
            Kind = nameof(ReminderLetter),
            Person = "ba-dinh-1",
            Subject = Sample.District.ToString(),
            Arguments = new Dictionary<string, string>(),
            QueuedAt = Sample.Now,
            Outcome = new MailOutcome(
                status,
                null,
                status == MailStatus.Refused ? Sample.Hostile : null
            ),
        };
}
