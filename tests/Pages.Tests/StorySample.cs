using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Pages.Tests;

/// <summary>Streams that hold every kind of fact.</summary>
internal static class StorySample
{
    private static Deadline Due => Sample.Limit("2024-09-11T00:00:00+07:00");

    public static IReadOnlyList<Entry> Assignment { get; } =
        Stream(
            Sample.District.Stream,
            new AssignmentFact.Opened(1, OpeningCause.Plan, Due, Due, null),
            new AssignmentFact.AttemptRefused(1, "file-empty", "ba-dinh-1", Sample.Hostile),
            new AssignmentFact.UploadPermitted(1, "b", Sample.Hostile, "ba-dinh-1", Sample.Now),
            new AssignmentFact.SubmissionRecorded(
                Sample.Submission(findings: [new Finding("file-encrypted", Severity.Error, [])])
            ),
            new AssignmentFact.DueExtended(
                1,
                Due,
                Due,
                Due,
                "operations",
                Sample.Hostile,
                DossierSample.Outages[0].Window
            ),
            new AssignmentFact.DueExtended(
                1,
                Due,
                Sample.Limit("2024-09-14T17:00:00+07:00"),
                Due,
                "operations",
                Sample.Hostile
            ),
            new AssignmentFact.Exempted("operations", Sample.Hostile),
            new AssignmentFact.GenerationEnded(1, GenerationOutcome.Accepted),
            new AssignmentFact.Opened(2, OpeningCause.ChangesAsked, Due, Due, Sample.Hostile),
            new AssignmentFact.Opened(
                3,
                OpeningCause.Returned,
                Due,
                Due,
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentFact.Admitted(
                1,
                "b",
                Timeliness.Judge(Due, Due, null, admitted: true, Sample.Now.AddYears(1)),
                Sample.Hostile,
                Sample.Hostile
            ),
            new AssignmentFact.UploadPermitted(
                1,
                "c",
                Sample.Hostile,
                "ba-dinh-1",
                Sample.Now,
                new OnBehalf(Sample.Now, Sample.Hostile, Sample.Hostile)
            ),
            new AssignmentFact.SubmissionRecorded(
                Sample.Submission(name: Sample.Hostile) with
                {
                    OnBehalf = new OnBehalf(Sample.Now, Sample.Hostile, Sample.Hostile),
                    EvidenceStored = Sample.Now,
                }
            ),
            new AssignmentFact.ReturnAsked(1, Sample.Hostile, Sample.Hostile),
            new AssignmentFact.Reminded(1, Sample.Hostile, Sample.Hostile),
            new AssignmentFact.LinksReissued(Sample.Hostile, Sample.Hostile),
            new AssignmentFact.Mailed("Reminder", "reminder-2-1", "ba-dinh-1", MailResult.GivenUp),
            new AssignmentFact.Mailed("Forgotten", "x", "nobody", MailResult.Sent),
            new AssignmentFact.Corrected(3, Sample.Hostile, "operations", Sample.Hostile)
        );

    public static IReadOnlyList<Entry> Cycle { get; } =
        Stream(
            Sample.Plan.Cycle.Stream,
            new CycleFact.Started(Sample.Hash, 1, "operations"),
            new CycleFact.DossierCompiled(1, Sample.Hash),
            new CycleFact.RoundOpened(1, Sample.Hash, Due),
            new CycleFact.Decided(
                1,
                Sample.Hash,
                "approver-1",
                DecisionVerdict.RequestChanges,
                Sample.Hostile,
                [Sample.District]
            ),
            new CycleFact.RoundEnded(1, RoundOutcome.Expired),
            new CycleFact.NextStepChosen(1, NextStep.AskAgain, Sample.Hostile, Sample.Hostile),
            new CycleFact.ProcessFailed("cycle-x", Sample.Hostile),
            new CycleFact.Reopened(
                Sample.District,
                2,
                OpeningCause.LateAllowed,
                Due,
                Due,
                Due,
                Due,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleFact.OutageDeclared(
                DossierSample.Outages[0].Window,
                5,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleFact.OutageApplied(9, 72),
            new CycleFact.HealthGap(DossierSample.Outages[0].Window),
            new CycleFact.RetryOrdered("cycle-x", Sample.Hostile, Sample.Hostile),
            new CycleFact.DutyPassed(
                Sample.District.Body,
                "ba-dinh-1",
                "ba-dinh-1-2",
                Sample.Hash,
                Sample.Hostile,
                Sample.Hostile
            ),
            new CycleFact.ContactErased("ba-dinh-1-2", Sample.Hostile, Sample.Hostile),
            new CycleFact.Published(Sample.Hash),
            new CycleFact.Ended(CycleOutcome.Rejected, Sample.Hostile),
            new CycleFact.Ended(CycleOutcome.Stopped, Sample.Hostile, Sample.Hostile),
            new CycleFact.Mailed("Ended", "ended", "approver-1", MailResult.Refused),
            new CycleFact.Corrected(1, Sample.Hostile, Sample.Hostile, Sample.Hostile),
            new CycleFact.Anchored(AnchorCause.Day, new DateOnly(2024, 9, 30), Sample.Hash, 72)
        );

    private static List<Entry> Stream(StreamId stream, params Fact[] facts)
    {
        List<Entry> entries = [];
        foreach (var fact in facts)
        {
            entries.Add(
                Chain.Next(stream, entries.LastOrDefault(), Sample.Now, $"k{entries.Count}", fact)
            );
        }

        return entries;
    }
}
