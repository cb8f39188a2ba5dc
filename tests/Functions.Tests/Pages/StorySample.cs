using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Pages.Tests;

/// <summary>Streams that hold every kind of event.</summary>
internal static class StorySample
{
    private static Deadline Due => Sample.Limit("2024-09-11T00:00:00+07:00");

    private static AskedPart[] Whole => [new("report", true)];

    public static IReadOnlyList<Entry> Assignment { get; } =
        Stream(
            Sample.District.Stream,
            new AssignmentEvent.Opened(1, OpeningCause.Plan, Due, Due, Whole, null),
            new AssignmentEvent.AttemptRefused(
                1,
                "report",
                "file-empty",
                "ba-dinh-1",
                Sample.Hostile
            ),
            new AssignmentEvent.UploadPermitted(
                1,
                "report",
                "b",
                Sample.Hostile,
                "ba-dinh-1",
                Sample.Now
            ),
            new AssignmentEvent.SubmissionRecorded(
                Sample.Submission(findings: [new Finding("file-encrypted", Severity.Error, [])])
            ),
            new AssignmentEvent.DueExtended(
                1,
                Due,
                Due,
                Due,
                "operations",
                Sample.Hostile,
                DossierSample.Outages[0].Window
            ),
            new AssignmentEvent.DueExtended(
                1,
                Due,
                Sample.Limit("2024-09-14T17:00:00+07:00"),
                Due,
                "operations",
                Sample.Hostile
            ),
            new AssignmentEvent.Exempted("operations", Sample.Hostile),
            new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted),
            new AssignmentEvent.Opened(
                2,
                OpeningCause.ChangesAsked,
                Due,
                Due,
                Whole,
                Sample.Hostile
            ),
            new AssignmentEvent.Opened(
                3,
                OpeningCause.Returned,
                Due,
                Due,
                Whole,
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentEvent.Admitted(
                1,
                "report",
                "b",
                Timeliness.Judge(Due, Due, null, admitted: true, Sample.Now.AddYears(1)),
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentEvent.UploadPermitted(
                1,
                "report",
                "c",
                Sample.Hostile,
                "ba-dinh-1",
                Sample.Now,
                new OnBehalf(Sample.Now, Sample.Hostile, Sample.Hostile)
            ),
            new AssignmentEvent.SubmissionRecorded(
                Sample.Submission(name: Sample.Hostile) with
                {
                    OnBehalf = new OnBehalf(Sample.Now, Sample.Hostile, Sample.Hostile),
                    EvidenceStored = Sample.Now,
                }
            ),
            new AssignmentEvent.Checked(
                1,
                "report",
                "b",
                new ContentCheck
                {
                    Reader = 1,
                    Rules = 1,
                    Findings = [new Finding("not-checked", Severity.Error, [])],
                }
            ),
            new AssignmentEvent.FiguresCompared(
                "report",
                Sample.Hostile,
                Sample.Hash,
                [new Finding("between-parent", Severity.Query, ["31", "30", "2", "3"])]
            ),
            new AssignmentEvent.Scanned(
                1,
                "report",
                "b",
                new ScanResult(ScanVerdict.Malicious, "clamd", Sample.Hostile)
            ),
            new AssignmentEvent.Scanned(
                1,
                "report",
                "b",
                new ScanResult(ScanVerdict.NotScanned, "clamd", Sample.Hostile)
            ),
            new AssignmentEvent.Explained(1, "report", "target-far-1", Sample.Hostile, "ba-dinh-1"),
            new AssignmentEvent.Explained(
                1,
                "report",
                "target-far-1",
                Sample.Hostile,
                null,
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentEvent.Overruled(
                1,
                "report",
                "b",
                "not-checked-1",
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentEvent.WindowEnded(
                3,
                WindowOutcome.Accepted,
                [new UnexplainedQuery("report", "b", "target-far-1", "target-far")]
            ),
            new AssignmentEvent.ReturnAsked(1, ["report"], Sample.Hostile, Sample.Hostile),
            new AssignmentEvent.Reminded(1, Sample.Hostile, Sample.Hostile),
            new AssignmentEvent.LinksReissued(Sample.Hostile, Sample.Hostile),
            new AssignmentEvent.Mailed("Reminder", "reminder-2-1", "ba-dinh-1", MailResult.GivenUp),
            new AssignmentEvent.Mailed("Forgotten", "x", "nobody", MailResult.Sent),
            new AssignmentEvent.Corrected(3, Sample.Hostile, "operations", Sample.Hostile)
        );

    public static IReadOnlyList<Entry> Cycle { get; } =
        Stream(
            Sample.Plan.Cycle.Stream,
            new CycleEvent.Started(Sample.Hash, 1, "operations"),
            new CycleEvent.DossierCompiled(1, Sample.Hash),
            new CycleEvent.RoundOpened(1, Sample.Hash, Due),
            new CycleEvent.Decided(
                1,
                Sample.Hash,
                "approver-1",
                DecisionVerdict.RequestChanges,
                Sample.Hostile,
                [new PartId(Sample.District, "report")]
            ),
            new CycleEvent.RoundEnded(1, RoundOutcome.Expired),
            new CycleEvent.RoundVoided(
                1,
                Sample.Hash,
                VoidingCause.Exempted,
                Sample.District,
                Sample.Hostile,
                Sample.Hostile,
                "command-one"
            ),
            new CycleEvent.EditionOpened(
                2,
                Sample.Hash,
                VoidingCause.Exempted,
                Sample.District,
                Sample.Hostile,
                Sample.Hostile,
                "command-one"
            ),
            new CycleEvent.NextStepChosen(1, NextStep.AskAgain, Sample.Hostile, Sample.Hostile),
            new CycleEvent.ProcessFailed("cycle-x", Sample.Hostile),
            new CycleEvent.Reopened(
                Sample.District,
                2,
                OpeningCause.LateAllowed,
                ["report"],
                Due,
                Due,
                Due,
                Due,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleEvent.OutageDeclared(
                DossierSample.Outages[0].Window,
                5,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleEvent.LettersSent(9),
            new CycleEvent.OutageApplied(9, 72, [new OutageStays(OutageStay.NotYetOpen, 3)]),
            new CycleEvent.MaterialAsked(),
            new CycleEvent.MaterialAsked(Sample.Hostile, Sample.Hostile),
            new CycleEvent.MaterialMade(9, new string('a', 64), 30, 2),
            new CycleEvent.DossierRendered(1, new string('a', 64), new string('b', 64)),
            new CycleEvent.HealthGap(DossierSample.Outages[0].Window),
            new CycleEvent.FiguresMended(["~", "ba-dinh"]),
            new CycleEvent.ResendOrdered(3, Sample.Hostile, Sample.Hostile),
            new CycleEvent.RetryOrdered("cycle-x", Sample.Hostile, Sample.Hostile),
            new CycleEvent.DutyPassed(
                Sample.District.Body,
                "ba-dinh-1",
                "ba-dinh-1-2",
                Sample.Hash,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleEvent.ContactErased("ba-dinh-1-2", Sample.Hostile, Sample.Hostile),
            new CycleEvent.Published(Sample.Hash),
            new CycleEvent.Ended(CycleOutcome.Rejected, Sample.Hostile),
            new CycleEvent.Ended(CycleOutcome.Stopped, Sample.Hostile, Sample.Hostile),
            new CycleEvent.Mailed("Ended", "ended", "approver-1", MailResult.Refused),
            new CycleEvent.Corrected(1, Sample.Hostile, Sample.Hostile, Sample.Hostile),
            new CycleEvent.Anchored(AnchorCause.Day, new DateOnly(2024, 9, 30), Sample.Hash, 72)
        );

    private static List<Entry> Stream(StreamId stream, params Event[] events)
    {
        List<Entry> entries = [];
        foreach (var @event in events)
        {
            entries.Add(
                Chain.Next(stream, entries.LastOrDefault(), Sample.Now, $"k{entries.Count}", @event)
            );
        }

        return entries;
    }
}
