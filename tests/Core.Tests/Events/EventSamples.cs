using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>One event of every kind, with every member filled.</summary>
internal static class EventSamples
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static IReadOnlyList<Event> All(
        string text = "Ủy ban \"Ba Đình\" d'Hanoï \" <i> हिन्दी"
    ) =>
        [
            new AssignmentEvent.Opened(
                2,
                OpeningCause.ChangesAsked,
                Due,
                Closes,
                [new("annex", true), new("signed", false)],
                text
            ),
            new AssignmentEvent.Opened(1, OpeningCause.Plan, Due, Closes, Whole, null),
            new AssignmentEvent.UploadPermitted(
                1,
                "annex",
                "c/b/t/1/annex/p",
                text,
                "p-1",
                Opening
            ),
            new AssignmentEvent.SubmissionRecorded(
                Submission(
                    At("2024-09-12T10:11:12.1234567+07:00"),
                    extension: Instant("2024-09-16T00:00:00+07:00")
                ) with
                {
                    FileName = text,
                    Findings =
                    [
                        new Finding("file-type-unknown", Severity.Query, [text, "1"]),
                        new Finding("file-odd", Severity.Info, []),
                    ],
                }
            ),
            new AssignmentEvent.Opened(
                1,
                OpeningCause.Plan,
                Due,
                Closes,
                Whole,
                null,
                Checks: new CheckTerms(TimeSpan.FromMinutes(30), TimeSpan.FromDays(2)),
                Items: [new ReturnItem("report", text)]
            ),
            new AssignmentEvent.UploadPermitted(
                1,
                "annex",
                "c/b/t/1/annex/p",
                text,
                "p-1",
                Opening,
                Corrects: true
            ),
            new AssignmentEvent.Checked(
                1,
                "annex",
                "c/b/t/1/annex/p",
                new ContentCheck
                {
                    Reader = 2,
                    Rules = 3,
                    Findings =
                    [
                        new Finding("value-missing", Severity.Error, [text])
                        {
                            Place = new FindingPlace { Cell = "F7", Sheet = text },
                        },
                    ],
                    More = new Dictionary<string, int> { ["value-missing"] = 7 },
                    IsCorrectable = true,
                    HoldsUnexplained = true,
                    Pairs =
                    [
                        new PairCheck(
                            "c/b/t/1/report/q",
                            Hash,
                            [new Finding("figure-differs", Severity.Query, [text])]
                        ),
                    ],
                },
                text
            ),
            new AssignmentEvent.Checked(
                1,
                "report",
                "c/b/t/1/report/q",
                new ContentCheck
                {
                    Reader = 2,
                    Rules = 3,
                    Findings = [],
                    Beside = ["annex"],
                }
            ),
            new AssignmentEvent.PairCompared(
                1,
                "report",
                "c/b/t/1/report/q",
                new PairCheck(
                    "c/b/t/1/annex/p",
                    Hash,
                    [new Finding("figure-differs", Severity.Query, [text])]
                )
            ),
            new AssignmentEvent.Scanned(
                1,
                "annex",
                "c/b/t/1/annex/p",
                new ScanResult(ScanVerdict.Malicious, "clamd", text),
                text
            ),
            new AssignmentEvent.Explained(1, "annex", "target-far-1", text, "p-1"),
            new AssignmentEvent.Explained(1, "annex", "target-far-1", text, null, text, text),
            new AssignmentEvent.Overruled(
                1,
                "annex",
                "c/b/t/1/annex/p",
                "not-checked-1",
                text,
                text
            ),
            new AssignmentEvent.ReturnAsked(
                1,
                ["report"],
                text,
                text,
                [
                    new ReturnItem("report", text)
                    {
                        Section = "results",
                        Finding = new Finding("section-too-short", Severity.Error, []),
                    },
                ]
            ),
            new AssignmentEvent.WindowEnded(
                1,
                WindowOutcome.Accepted,
                [new UnexplainedQuery("annex", "c/b/t/1/annex/p", "target-far-1", "target-far")]
            ),
            new AssignmentEvent.AttemptRefused(0, "annex", "not-open-yet", "p-1", text),
            new AssignmentEvent.DueExtended(1, Due, Closes, Closes, text, text),
            new AssignmentEvent.Exempted(text, text),
            new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing),
            new CycleEvent.Started(Hash, 3, text),
            new CycleEvent.DossierCompiled(1, Hash),
            new CycleEvent.RoundOpened(1, Hash, Closes) { Barred = ["deputy"] },
            new CycleEvent.StageOpened(1, 2, Closes),
            new CycleEvent.RoundExtended(1, Closes),
            new CycleEvent.Decided(
                1,
                Hash,
                "approver-1",
                DecisionVerdict.RequestChanges,
                text,
                [PartOf(BaDinh), new(BaDinh, "annex")]
            )
            {
                RuleVersion = 1,
                Receipt = "header.payload.signature",
            },
            new CycleEvent.RequestSeen(1, "approver-1"),
            new CycleEvent.AccessCodeIssued("approver-1", 2, "k1", Hash, text, text),
            new CycleEvent.AccessCodeFailed("approver-1", 2),
            new CycleEvent.RoundEnded(1, RoundOutcome.ChangesAsked)
            {
                Result = "header.payload.signature",
            },
            new CycleEvent.RoundVoided(1, Hash, VoidingCause.Exempted, BaDinh, text, text, text),
            new CycleEvent.RoundVoided(
                1,
                Hash,
                VoidingCause.Checked,
                BaDinh,
                null,
                "",
                "checked-b"
            ),
            new CycleEvent.NextStepChosen(1, NextStep.AskAgain, text, text),
            new CycleEvent.ProcessFailed("cycle-x", text),
            new CycleEvent.Published(Hash),
            new CycleEvent.Ended(CycleOutcome.Stopped, text),
            new AssignmentEvent.Opened(2, OpeningCause.Returned, Due, Closes, Whole, text, text),
            new AssignmentEvent.Admitted(
                1,
                "annex",
                "c/b/t/1/annex/p",
                Timeliness.Judge(
                    Due,
                    Closes,
                    null,
                    admitted: true,
                    At("2024-10-02T10:11:12+07:00")
                ),
                text,
                text
            ),
            new AssignmentEvent.ReturnAsked(1, ["report", "annex"], text, text),
            new AssignmentEvent.Reminded(1, text, text),
            new AssignmentEvent.LinksReissued(text, text),
            new CycleEvent.Reopened(
                BaDinh,
                2,
                OpeningCause.LateAllowed,
                ["annex"],
                Due,
                Closes,
                Due,
                Closes,
                text,
                text
            ),
            new CycleEvent.RetryOrdered("c.b.t.1", text, text),
            new CycleEvent.ResendOrdered(3, text, text),
            new CycleEvent.Ended(CycleOutcome.Stopped, text, text),
            new AssignmentEvent.Mailed("Reminder", "reminder-1-2", "p-1", MailResult.Sent),
            new AssignmentEvent.Corrected(3, text, text, text),
            new CycleEvent.Mailed("Published", "published", "p-1", MailResult.GivenUp),
            new CycleEvent.Corrected(1, text, text, text),
            new CycleEvent.Anchored(AnchorCause.Day, new DateOnly(2024, 9, 30), Hash, 72),
            new AssignmentEvent.UploadPermitted(
                1,
                "report",
                "c/b/t/1/report/p",
                text,
                "p-1",
                Opening,
                new OnBehalf(Opening, text, text)
            ),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-09T10:11:12+07:00")) with
                {
                    Channel = Channel.Operations,
                    OnBehalf = new OnBehalf(At("2024-09-09T10:11:12+07:00"), text, text),
                    EvidenceStored = At("2024-09-12T08:00:00Z"),
                }
            ),
            new AssignmentEvent.SubmissionRecorded(
                Submission(At("2024-09-12T10:11:12+07:00")) with
                {
                    BrowserSha256 = Hash,
                },
                "aGVhZGVy.cGF5bG9hZA.c2lnbmF0dXJl"
            ),
            new AssignmentEvent.AttemptRefused(
                1,
                "report",
                "file-too-large",
                "p-1",
                text,
                ["2", "1"],
                "aGVhZGVy.cGF5bG9hZA.c2lnbmF0dXJl"
            ),
            new AssignmentEvent.DueExtended(
                1,
                Due,
                Closes,
                Closes,
                text,
                text,
                new OutageWindow(Opening, Opening.AddMinutes(90))
            ),
            new CycleEvent.OutageDeclared(
                new OutageWindow(Opening, Opening.AddMinutes(90)),
                2,
                text,
                text
            ),
            new CycleEvent.LettersSent(9),
            new CycleEvent.OutageApplied(9, 72, [new OutageStays(OutageStay.NotYetOpen, 3)]),
            new CycleEvent.MaterialAsked(),
            new CycleEvent.MaterialAsked(text, text),
            new CycleEvent.MaterialMade(7, Hash, 30, 2),
            new CycleEvent.HealthGap(new OutageWindow(Opening, Opening.AddMinutes(90))),
            new CycleEvent.Started(Hash, 3, text, WorkflowVersion: 2),
            new CycleEvent.DutyPassed("ba-dinh", "p-1", "p-1-2", Hash, text, text),
            new CycleEvent.Started(Hash, 3, text, WorkflowVersion: 2, Reason: text),
            new CycleEvent.ContactErased("p-1-2", text, text),
            new CycleEvent.FiguresMended(["~", "ba-dinh"]),
            new CycleEvent.Anchored(AnchorCause.Dossier, new DateOnly(2024, 9, 30), Hash, 72, Hash),
            new AssignmentEvent.FiguresCompared(
                "annex",
                "blob",
                Hash,
                [new Finding("between-parent", Severity.Query, [text, "3", "2", "4"])]
            ),
            new CycleEvent.EditionOpened(2, Hash, VoidingCause.Exempted, BaDinh, text, text, text),
            new CycleEvent.Published(Hash, Closes),
            new CycleEvent.DossierRendered(1, Hash, Hash),
            new CycleEvent.Decided(1, Hash, "approver-1", DecisionVerdict.Approve, text, [])
            {
                Person = "deputy-1",
            },
            new CycleEvent.DeputyNamed(1, "approver-1", "deputy-1", "approver-1"),
            new CycleEvent.DeputyNamed(1, "approver-1", "deputy-1", By: null),
            new CycleEvent.DeputyRevoked(1, "approver-1", "deputy-1", "approver-1"),
            new CycleEvent.SeatPassed(
                "approver-1",
                "approver-1",
                "approver-1-2",
                Hash,
                new ObjectionTerms(["approver-1"], 24, text, text, text)
            ),
            new CycleEvent.MeetingRecorded(
                1,
                Hash,
                Opening,
                [new MeetingAnswer("approver-1", DecisionVerdict.Reject)],
                Hash,
                text,
                new ObjectionTerms(["approver-1"], 24, text, text, text)
            ),
            new CycleEvent.SeatsConfirmed(9, text, text, text),
            new CycleEvent.SeatObjected(9, "approver-1", "approver-1", text),
            new CycleEvent.MinutesScanned(
                Hash,
                new ScanResult(ScanVerdict.Malicious, "clamd", text)
            ),
            new CycleEvent.DeputyNamed(1, "approver-1", "approver-1-2", "approver-1")
            {
                ContactHash = Hash,
            },
        ];
}
